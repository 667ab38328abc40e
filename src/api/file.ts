import type { FileSource } from '@/platform/file'
import { fetchFromContainer } from './transport.weapp'

const BASE = process.env.LINLI_API_BASE

const behindContainer = process.env.TARO_ENV !== 'h5' && process.env.LINLI_TRANSPORT === 'container'

/**
 * Where to get a file that the API has named.
 * @param url whole, or a path on the API's own origin
 * @returns null when it could not be fetched
 */
export async function fileSource(url: string): Promise<FileSource | null> {
  if (!url.startsWith('/')) return { url }
  if (!behindContainer) return { url: BASE + url }
  const bytes = await fetchFromContainer(url)
  return bytes && { bytes }
}
