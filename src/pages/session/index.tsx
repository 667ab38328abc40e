import { View } from '@tarojs/components'

export default function Session() {
  return <View className="screen">活动</View>
}
