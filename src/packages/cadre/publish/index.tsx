import { View } from '@tarojs/components'

export default function Publish() {
  return <View className="screen">发招募</View>
}
