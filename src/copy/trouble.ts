import type { ErrorCode, RequestError } from '@/contract/envelope'
import type { Telling } from './date'
import { explain } from './refusal'

/** What a person is told when a request was not carried out: what is the matter, and what to do. */
export function trouble(error: RequestError | { code: 'unreachable' }, telling: Telling): string {
  if (error.code === 'refused' && 'reason' in error && error.reason) return explain(error.reason, telling)
  return TROUBLE[error.code]
}

const TROUBLE: Record<ErrorCode | 'unreachable', string> = {
  unreachable: '网络没通。看看信号，再试一次。',
  refused: '现在还不行，请刷新后再看看。',
  bad_input: '有一处填得不对，请检查后再提交。',
  bad_json: '请求没送完整，请再试一次。',
  unauthenticated: '还不知道您是谁。请从微信里打开邻里。',
  forbidden: '这一步需要社区干部来做。',
  unknown_action: '小程序版本旧了，请关掉重新打开。',
  not_found: '没找到，可能已经撤下了。',
  method_not_allowed: '小程序版本旧了，请关掉重新打开。',
  request_id_conflict: '请刷新页面后再试一次。',
  too_large: '内容太长了，请删短一些。',
  too_many_requests: '点得太快了，请稍等一会儿。',
  internal: '我们这边出了点问题，请稍后再试。',
  unavailable: '我们这边出了点问题，请过一会儿再试。',
}
