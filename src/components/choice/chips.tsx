import { View } from '@tarojs/components'
import { roleOf } from '../press/role'
import './chips.scss'

interface ChipsProps<T extends string> {
  options: { value: T; label: string }[]
  chosen: T | null
  onChoose(value: T): void
  /** one line that scrolls sideways, instead of several */
  scroll?: boolean
  label?: string
}

/** One of a few, all in view. */
export function Chips<T extends string>({ options, chosen, onChoose, scroll, label }: ChipsProps<T>) {
  return (
    <View className={scroll ? 'row tight scroll' : 'row wrap'} {...(label ? { 'aria-label': label } : {})}>
      {options.map((option) => (
        <View
          key={option.value}
          {...roleOf('radio')}
          aria-checked={option.value === chosen}
          className={option.value === chosen ? 'chip pick tap on' : 'chip pick tap'}
          data-value={option.value}
          onClick={() => onChoose(option.value)}
        >
          {option.label}
        </View>
      ))}
    </View>
  )
}
