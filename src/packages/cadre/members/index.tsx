import { View } from '@tarojs/components'

export default function Members() {
  return <View className="screen">居民与队伍</View>
}
