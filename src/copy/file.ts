import type { RequestError } from '@/contract/envelope'
import type { Telling } from './date'
import { trouble } from './trouble'

type Outcome =
  | { ok: true }
  | { ok: false; reason: 'unreachable' | 'link_over' | 'cannot_open' }
  | { ok: false; error: RequestError | { code: 'unreachable' } }

const NOT_OPENED = {
  unreachable: '文件没下载完。看看信号，再试一次。',
  link_over: '链接过期了，请再点一次导出。',
  cannot_open: '文件下载好了，但这部手机打不开表格。',
}

/** What became of a file; null: it is there, and says so itself. */
export function fileWords(outcome: Outcome, telling: Telling): string | null {
  if (outcome.ok) return null
  return 'error' in outcome ? trouble(outcome.error, telling) : NOT_OPENED[outcome.reason]
}
