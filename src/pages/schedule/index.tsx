import { View } from '@tarojs/components'

export default function Schedule() {
  return <View className="screen">日程</View>
}
