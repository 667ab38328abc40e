import { View } from '@tarojs/components'

export default function Record() {
  return <View className="screen">服务记录</View>
}
