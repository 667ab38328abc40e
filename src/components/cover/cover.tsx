import { View } from '@tarojs/components'
import type { Cover as CoverName } from '@/domain/cover'
import './cover.scss'

interface CoverProps {
  name: CoverName
  shape?: 'round' | 'thumb'
}

/** A flat drawing, 5:2 across its parent or a small square in a row. Decoration: hidden from screen readers. */
export function Cover({ name, shape }: CoverProps) {
  return <View className={`cover cover-${name}${shape ? ` ${shape}` : ''}`} aria-hidden />
}
