import { Input, Text, Textarea, View } from '@tarojs/components'
import { fieldLabel } from '../press/role'
import './written-field.scss'

interface WrittenFieldProps {
  label: string
  value: string
  onChange(value: string): void
  /** most characters, as people count them */
  most: number
  /** several lines */
  lines?: boolean
  placeholder?: string
  hint?: string
  /** what is wrong with it */
  fault?: string | null
  id?: string
}

/** Text with its length in view. More than fits can be pasted and is counted, never cut off unseen. */
export function WrittenField(props: WrittenFieldProps) {
  const { label, value, onChange, most, lines, placeholder = '', hint, fault, id } = props
  const length = [...value].length
  const over = length > most
  const shared = {
    ...(id ? { id } : {}),
    value,
    placeholder,
    maxlength: most * 2,
    ...fieldLabel(label),
    onInput: (event: { detail: { value: string } }) => onChange(event.detail.value),
  }
  const className = `input ${fault || over ? 'wrong' : ''}`
  return (
    <View className="field">
      <View className="row between">
        <Text className="small soft">{label}</Text>
        <Text className={`small soft numbers written-count ${over ? 'over' : ''}`}>
          {length}/{most}
        </Text>
      </View>
      {lines ? (
        <Textarea {...shared} className={`${className} written-area`} autoHeight showConfirmBar={false} />
      ) : (
        <Input {...shared} className={className} />
      )}
      {fault ? (
        <Text className="small in-stop">{fault}</Text>
      ) : hint ? (
        <Text className="small soft">{hint}</Text>
      ) : null}
    </View>
  )
}
