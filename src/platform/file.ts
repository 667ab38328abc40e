import Taro from '@tarojs/taro'

/** Where a file comes from: an address, or, where the API has no address of its own, its bytes. */
export type FileSource = { url: string } | { bytes: ArrayBuffer }

export type FileOpened = { ok: true } | { ok: false; reason: 'unreachable' | 'link_over' | 'cannot_open' }

/**
 * Hands a file to the person: WeChat shows it, with the menu from which it can be sent on or saved; a browser
 * saves it. WeChat opens spreadsheets, but no CSV.
 */
export async function openFile(source: FileSource, name: string): Promise<FileOpened> {
  if (process.env.TARO_ENV === 'h5') return saveInBrowser(source, name)
  const filePath = `${Taro.env.USER_DATA_PATH}/${name}`
  const fetched = await fetchTo(source, filePath)
  if (!fetched.ok) return fetched
  try {
    await Taro.openDocument({ filePath, fileType: 'xlsx', showMenu: true })
    return { ok: true }
  } catch {
    return { ok: false, reason: 'cannot_open' }
  }
}

/** Onto the phone, at `filePath`. */
export async function fetchTo(source: FileSource, filePath: string): Promise<FileOpened> {
  try {
    if ('bytes' in source) {
      Taro.getFileSystemManager().writeFileSync(filePath, source.bytes)
      return { ok: true }
    }
    // What is no file comes too, and is told by its status alone.
    const { statusCode } = await Taro.downloadFile({ url: source.url, filePath })
    return statusCode === 200 ? { ok: true } : { ok: false, reason: 'link_over' }
  } catch {
    return { ok: false, reason: 'unreachable' }
  }
}

function saveInBrowser(source: FileSource, name: string): FileOpened {
  download('url' in source ? source.url : URL.createObjectURL(new Blob([source.bytes])), name)
  return { ok: true }
}

/** Has the browser save what an address leads to. */
export function download(url: string, name: string): void {
  const link = document.createElement('a')
  link.href = url
  link.download = name
  document.body.append(link)
  link.click()
  link.remove()
}

/** A browser prints, and makes a PDF of what it would print; WeChat does neither. */
export const PRINTS = process.env.TARO_ENV === 'h5'

/** A browser saves text that spreadsheets open; WeChat cannot show it. */
export const SAVES_CSV = process.env.TARO_ENV === 'h5'

/** Resolves when the browser's own sheet is closed. */
export function printPage(): Promise<void> {
  if (process.env.TARO_ENV !== 'h5') return Promise.resolve()
  return new Promise((resolve) => {
    window.addEventListener('afterprint', () => resolve(), { once: true })
    window.print()
  })
}
