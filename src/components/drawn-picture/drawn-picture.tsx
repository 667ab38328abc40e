import { Canvas, Image, View } from '@tarojs/components'
import { roleOf } from '../press/role'
import './drawn-picture.scss'

const ON_CANVAS = process.env.TARO_ENV === 'weapp'

interface DrawnPictureProps {
  canvasId: string
  /** of the picture as it is shown: its size */
  className: string
  /** in a browser; null: it is not drawn yet */
  src: string | null
  label: string
}

/** A picture that is drawn here: on a phone it stands on the canvas itself. */
export function DrawnPicture({ canvasId, className, src, label }: DrawnPictureProps) {
  return (
    <View className="drawn-picture" {...(ON_CANVAS ? { ...roleOf('img'), 'aria-label': label } : {})}>
      {ON_CANVAS ? (
        <Canvas type="2d" id={canvasId} canvasId={canvasId} className={className} />
      ) : src ? (
        <Image className={className} mode="widthFix" src={src} nativeProps={{ alt: label }} />
      ) : (
        <View className="skeleton tall" />
      )}
    </View>
  )
}
