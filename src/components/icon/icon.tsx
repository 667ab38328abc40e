import { View } from '@tarojs/components'
import { roleOf } from '../press/role'
import './icon.scss'

/** What an icon stands for; each has its path in icon.scss. */
export type IconName =
  | 'about'
  | 'add'
  | 'back'
  | 'bell'
  | 'calendar'
  | 'check'
  | 'child'
  | 'clock'
  | 'close'
  | 'code'
  | 'community'
  | 'down'
  | 'edit'
  | 'elder'
  | 'hand'
  | 'household'
  | 'list'
  | 'masked'
  | 'minus'
  | 'more'
  | 'next'
  | 'offline'
  | 'people'
  | 'person'
  | 'phone'
  | 'place'
  | 'points'
  | 'print'
  | 'queue'
  | 'record'
  | 'refresh'
  | 'reveal'
  | 'search'
  | 'settings'
  | 'share'
  | 'shield'
  | 'swap'
  | 'warning'

interface IconProps {
  name: IconName
  size?: 'small' | 'large'
  /** Said by a screen reader. Without it the icon is decoration, and hidden from it. */
  label?: string
}

/** An outline icon in the colour of the text around it. */
export function Icon({ name, size, label }: IconProps) {
  const className = `icon icon-${name}${size ? ` ${size}` : ''}`
  return label ? (
    <View className={className} {...roleOf('img')} aria-label={label} />
  ) : (
    <View className={className} aria-hidden />
  )
}
