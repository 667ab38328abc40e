import { View } from '@tarojs/components'

export default function Me() {
  return <View className="screen">我的</View>
}
