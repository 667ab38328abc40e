import { View } from '@tarojs/components'
import type { PropsWithChildren } from 'react'
import { roleOf } from './role'

interface PressProps {
  onPress(): void
  className?: string
  id?: string
  /** said by a screen reader, when the words inside do not say it */
  label?: string
  /** for tests and for tracing a row: `data-id` */
  dataId?: string
}

/** Anything that answers to a tap and is no button by its looks: rows, cards, links. */
export function Press({
  onPress,
  className = '',
  id,
  label,
  dataId,
  children,
}: PropsWithChildren<PressProps>) {
  return (
    <View
      {...roleOf('button')}
      {...(id ? { id } : {})}
      {...(label ? { 'aria-label': label } : {})}
      {...(dataId ? { 'data-id': dataId } : {})}
      className={`tap ${className}`}
      onClick={onPress}
    >
      {children}
    </View>
  )
}
