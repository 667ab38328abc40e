import { View } from '@tarojs/components'

export default function Household() {
  return <View className="screen">我的家庭</View>
}
