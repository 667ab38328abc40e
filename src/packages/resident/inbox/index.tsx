import { View } from '@tarojs/components'

export default function Inbox() {
  return <View className="screen">消息</View>
}
