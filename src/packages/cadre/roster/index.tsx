import { View } from '@tarojs/components'

export default function Roster() {
  return <View className="screen">名单</View>
}
