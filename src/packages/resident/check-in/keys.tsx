import { Text, View } from '@tarojs/components'
import { Press } from '@/components/press/press'
import { checkIn as words } from '@/copy/check-in'

interface KeysProps {
  off: boolean
  onDigit(digit: string): void
  onRemove(): void
  onClear(): void
}

const DIGITS = ['1', '2', '3', '4', '5', '6', '7', '8', '9']

/** Keys of our own: larger than the phone's, and they cover nothing. */
export function Keys({ off, onDigit, onRemove, onClear }: KeysProps) {
  const digit = (it: string) => (
    <Press key={it} id={`key-${it}`} className="key hero" label={words.key(it)} onPress={() => onDigit(it)}>
      {it}
    </Press>
  )
  return (
    <View className={off ? 'keys off' : 'keys'}>
      {DIGITS.map(digit)}
      <Press className="key soft" onPress={onClear}>
        <Text>{words.clear}</Text>
      </Press>
      {digit('0')}
      <Press className="key soft" onPress={onRemove}>
        <Text>{words.remove}</Text>
      </Press>
    </View>
  )
}
