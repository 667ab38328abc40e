import { View } from '@tarojs/components'

export default function Home() {
  return <View className="screen">邻里</View>
}
