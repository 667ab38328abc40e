import { View } from '@tarojs/components'

export default function CheckIn() {
  return <View className="screen">签到</View>
}
