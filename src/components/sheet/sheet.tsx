import { ScrollView, Text, View } from '@tarojs/components'
import type { PropsWithChildren } from 'react'
import { Icon } from '../icon/icon'
import { Press } from '../press/press'
import { roleOf, scrollReach } from '../press/role'
import { app } from '@/copy/app'
import './sheet.scss'

interface SheetProps {
  open: boolean
  title: string
  onClose(): void
  id?: string
}

/** A panel from the lower edge over the page; a tap beside it closes it. Place it last in a Screen. */
export function Sheet({ open, title, onClose, id, children }: PropsWithChildren<SheetProps>) {
  if (!open) return null
  return (
    <View className="sheet-frame" catchMove>
      <View className="veil" aria-hidden onClick={onClose} />
      <View {...roleOf('dialog')} {...(id ? { id } : {})} className="sheet" aria-label={title}>
        <View className="row between sheet-head">
          <Text className="title">{title}</Text>
          <Press className="sheet-close" label={app.close} onPress={onClose}>
            <Icon name="close" />
          </Press>
        </View>
        <ScrollView scrollY {...scrollReach} className="sheet-body">
          <View className="stack sheet-content">{children}</View>
        </ScrollView>
      </View>
    </View>
  )
}
