import { Text, View } from '@tarojs/components'
import { CONSENT_TEXT } from '@/copy/consent'

/** What a guardian agrees to, word by word. */
export function ConsentText() {
  return (
    <View className="consent">
      {CONSENT_TEXT.map((line) => (
        <View key={line} className="small">
          <Text>{line}</Text>
        </View>
      ))}
    </View>
  )
}
