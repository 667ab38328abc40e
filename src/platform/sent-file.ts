import Taro from '@tarojs/taro'
import { fetchTo, type FileOpened, type FileSource } from './file'

/** WeChat shows no such file, but sends it to a chat: to one's own computer, say. */
export const SENDS_FILES = process.env.TARO_ENV === 'weapp'

/** A file that lies on the phone. */
export interface FileAtHand {
  filePath: string
  name: string
}

export async function fetchToSend(
  source: FileSource,
  name: string,
): Promise<{ ok: true; file: FileAtHand } | Exclude<FileOpened, { ok: true }>> {
  const filePath = `${Taro.env.USER_DATA_PATH}/${name}`
  const fetched = await fetchTo(source, filePath)
  return fetched.ok ? { ok: true, file: { filePath, name } } : fetched
}

/** Only within the handler of a tap. */
export async function sendFile({ filePath, name }: FileAtHand): Promise<{ ok: boolean }> {
  try {
    await Taro.shareFileMessage({ filePath, fileName: name })
    return { ok: true }
  } catch {
    return { ok: false }
  }
}
