import Taro from '@tarojs/taro'
import { download } from './file'
import { whyNot, type WhyNot } from './why-not'

/** A canvas's pen, as browsers and phones both have it. */
export type Pen = CanvasRenderingContext2D

export interface Size {
  width: number
  height: number
}

export type ImageKept = { ok: true } | { ok: false; reason: WhyNot }

/** A picture that is drawn and can be kept. */
export interface Picture {
  /** to be shown as an image; null: it stands on the page's canvas already */
  src: string | null
  /** where it lies as a file, for a card that is shared; null: nowhere */
  file(): Promise<string | null>
  /** into the album, or as a file where there is none */
  keep(name: string): Promise<ImageKept>
}

interface PhoneImage {
  src: string
  onload: () => void
  onerror: () => void
}

interface PhoneCanvas extends Size {
  getContext(kind: '2d'): Pen
  createImage(): PhoneImage
}

/** Draws with the pen; `image` is what `src` led to, null where that is nothing. */
export type Draw = (pen: Pen, image: CanvasImageSource | null) => void

/**
 * Draws a picture: on a phone onto the page's canvas `id`, in a browser onto one of its own.
 * @param size in pixels of the picture
 * @param src of a picture to be drawn with it
 * @returns null where there is no canvas
 */
export async function paint(
  id: string,
  size: Size,
  draw: Draw,
  src: string | null = null,
): Promise<Picture | null> {
  if (process.env.TARO_ENV === 'h5')
    return paintInBrowser(size, draw, src === null ? null : await loaded(src, document.createElement('img')))
  const canvas = await findCanvas(id)
  if (!canvas) return null
  canvas.width = size.width
  canvas.height = size.height
  const image = src === null ? null : await loaded(src, canvas.createImage())
  draw(canvas.getContext('2d'), image as CanvasImageSource | null)
  return {
    src: null,
    file: () => fileOf(canvas, size).catch(() => null),
    keep: () => keepInAlbum(canvas, size),
  }
}

/** Null where nothing can be shown of it. */
function loaded<I extends PhoneImage | HTMLImageElement>(src: string, image: I): Promise<I | null> {
  return new Promise((resolve) => {
    image.onload = () => resolve(image)
    image.onerror = () => resolve(null)
    image.src = src
  })
}

function paintInBrowser(
  { width, height }: Size,
  draw: Draw,
  image: CanvasImageSource | null,
): Picture | null {
  const canvas = document.createElement('canvas')
  canvas.width = width
  canvas.height = height
  const pen = canvas.getContext('2d')
  if (!pen) return null
  draw(pen, image)
  const src = canvas.toDataURL('image/png')
  const keep = (name: string): Promise<ImageKept> => {
    download(src, `${name}.png`)
    return Promise.resolve({ ok: true })
  }
  return { src, keep, file: () => Promise.resolve(null) }
}

function findCanvas(id: string): Promise<PhoneCanvas | null> {
  return new Promise((resolve) => {
    Taro.createSelectorQuery()
      .select(`#${id}`)
      .fields({ node: true, size: true }, (found) => {
        resolve(((found as { node?: PhoneCanvas } | null)?.node ?? null) as PhoneCanvas | null)
      })
      .exec()
  })
}

async function fileOf(canvas: PhoneCanvas, { width, height }: Size): Promise<string> {
  const whole = { x: 0, y: 0, width, height, destWidth: width, destHeight: height }
  const { tempFilePath } = await Taro.canvasToTempFilePath({
    ...whole,
    canvas: canvas as never,
    fileType: 'png',
  })
  return tempFilePath
}

async function keepInAlbum(canvas: PhoneCanvas, size: Size): Promise<ImageKept> {
  try {
    await Taro.saveImageToPhotosAlbum({ filePath: await fileOf(canvas, size) })
    return { ok: true }
  } catch (error) {
    return { ok: false, reason: whyNot(error) }
  }
}

/** Where a permission that was once refused can be given after all; WeChat asks only once. */
export async function openPermissions(): Promise<void> {
  try {
    await Taro.openSetting()
  } catch {
    // There is no such page here.
  }
}
