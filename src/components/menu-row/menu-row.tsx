import { Text, View } from '@tarojs/components'
import { Icon, type IconName } from '../icon/icon'
import { Press } from '../press/press'
import './menu-row.scss'

interface MenuRowProps {
  icon: IconName
  title: string
  onPress(): void
  id?: string
  /** at the right, before the arrow */
  side?: string
  /** something new is behind it */
  fresh?: boolean
}

/** A line that leads somewhere. */
export function MenuRow({ icon, title, onPress, id, side, fresh }: MenuRowProps) {
  return (
    <Press className="item" onPress={onPress} {...(id ? { id } : {})}>
      <Icon name={icon} />
      <Text className="grow">{title}</Text>
      {fresh ? <View className="red-dot" /> : null}
      {side ? <Text className="small soft menu-row-side">{side}</Text> : null}
      <Icon name="next" size="small" />
    </Press>
  )
}
