import { View } from '@tarojs/components'

export default function Points() {
  return <View className="screen">积分</View>
}
