import { View } from '@tarojs/components'
import './cover.scss'

/** What an activity is about, as a drawing: class, clean-up, traffic duty, craft and repair, plots, meeting. */
export type CoverName = 'book' | 'broom' | 'crossing' | 'scissors' | 'garden' | 'room'

interface CoverProps {
  name: CoverName
  shape?: 'round' | 'thumb'
}

/** A flat drawing, 5:2 across its parent or a small square in a row. Decoration: hidden from screen readers. */
export function Cover({ name, shape }: CoverProps) {
  return <View className={`cover cover-${name}${shape ? ` ${shape}` : ''}`} aria-hidden />
}
