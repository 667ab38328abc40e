import { View } from '@tarojs/components'

export default function Desk() {
  return <View className="screen">工作台</View>
}
