import { View } from '@tarojs/components'

const AT_A_GLANCE = 6

/** ●●○○ for few places, a meter for many. The count itself stands beside it in words. */
export function Dots({ taken, of }: { taken: number; of: number }) {
  const filled = Math.min(taken, of)
  if (of > AT_A_GLANCE) {
    return (
      <View className="meter" aria-hidden>
        <View className="meter-fill" style={{ width: `${Math.round((filled / of) * 100)}%` }} />
      </View>
    )
  }
  return (
    <View className="dots" aria-hidden>
      {Array.from({ length: of }, (_, index) => (
        <View key={index} className={index < filled ? 'dot on' : 'dot'} />
      ))}
    </View>
  )
}
