import { Canvas } from '@tarojs/components'
import './share-canvas.scss'

/** Where the picture of a card is drawn, out of sight. In a browser there are no cards. */
export function ShareCanvas({ id }: { id: string }) {
  return process.env.TARO_ENV === 'weapp' ? (
    <Canvas type="2d" id={id} canvasId={id} className="share-canvas" aria-hidden />
  ) : null
}
