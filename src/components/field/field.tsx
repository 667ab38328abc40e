import { Input, Text, View } from '@tarojs/components'
import { fieldLabel } from '../press/role'

interface FieldProps {
  label: string
  value: string
  onChange(value: string): void
  id?: string
  hint?: string
  /** what is wrong with it */
  fault?: string | null
  placeholder?: string
  maxLength?: number
  type?: 'text' | 'number'
  /** a few large digits to be read aloud and typed */
  large?: boolean
}

export function Field(props: FieldProps) {
  const { label, value, onChange, id, hint, fault, placeholder = '', maxLength = 40, type = 'text' } = props
  return (
    <View className="field">
      <Text className="small soft">{label}</Text>
      <Input
        {...(id ? { id } : {})}
        className={props.large ? 'input hero numbers middle' : 'input'}
        type={type}
        value={value}
        placeholder={placeholder}
        maxlength={maxLength}
        {...fieldLabel(label)}
        onInput={(event) => onChange(event.detail.value)}
      />
      {fault ? <Text className="small in-stop">{fault}</Text> : null}
      {hint && !fault ? <Text className="small soft">{hint}</Text> : null}
    </View>
  )
}
