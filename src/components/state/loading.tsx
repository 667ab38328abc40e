import { View } from '@tarojs/components'
import { app } from '@/copy/app'

/** Grey places where the words will be. */
export function Loading({ rows = 3 }: { rows?: number }) {
  return (
    <View className="stack loading" aria-label={app.loading}>
      {Array.from({ length: rows }, (_, index) => (
        <View key={index} className="card stack">
          <View className="skeleton" />
          <View className="skeleton short" />
        </View>
      ))}
    </View>
  )
}
