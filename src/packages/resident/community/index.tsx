import { View } from '@tarojs/components'

export default function Community() {
  return <View className="screen">加入社区</View>
}
