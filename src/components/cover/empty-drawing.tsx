import { View } from '@tarojs/components'
import './cover.scss'

/** The quiet noticeboard of an empty list; the words beside it say what to do. */
export function EmptyDrawing() {
  return <View className="empty-drawing" aria-hidden />
}
