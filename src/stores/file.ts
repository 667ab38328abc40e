import type { CallError, CallResult } from '@/api/call'
import { fileSource } from '@/api/file'
import { openFile, type FileOpened } from '@/platform/file'

/** What taking a file away came to. */
export type FileOutcome = FileOpened | { ok: false; error: CallError }

type LinkAnswer = CallResult<
  'exportMyData' | 'exportServiceRecords' | 'exportHonours' | 'exportFigures' | 'exportAudit' | 'exportRoster'
>

/** Fetches the file that a link of the API leads to, and hands it to the person. */
export async function takeAway(asked: Promise<LinkAnswer>): Promise<FileOutcome> {
  const result = await asked
  if (!result.ok) return { ok: false, error: result.error }
  const source = await fileSource(result.data.url)
  return source ? openFile(source, result.data.name) : { ok: false, reason: 'unreachable' }
}
