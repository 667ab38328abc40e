import type { ActionName, Answer, Payload } from '@/contract/actions'
import type { RequestError } from '@/contract/envelope'
import { fromWire, toWire } from '@/contract/instants'
import type { Instant } from '@/domain/time'
import { bearer, NEEDS_TOKEN, renewBearer } from './identity'
import { newRequestId } from './request-id'
import type { Send } from './outgoing'
import { sendByFetch } from './transport.h5'
import { sendFromWechat } from './transport.weapp'

/** `unreachable`: nothing answered at all. */
export type CallError = RequestError | { code: 'unreachable' }

/** Without `now` no answer of ours came: whether the request had its effect is unknown; repeat it with its id. */
export type CallResult<A extends ActionName> =
  { ok: true; data: Answer<A>; now: Instant } | { ok: false; error: CallError; now: Instant | null }

const send: Send = process.env.TARO_ENV === 'h5' ? sendByFetch : sendFromWechat

/**
 * One request to the API; every time in and out is in milliseconds.
 * @param options.requestId the intention's own id when this may be a repetition
 */
export async function call<A extends ActionName>(
  action: A,
  payload: Payload<A>,
  options: { requestId?: string } = {},
): Promise<CallResult<A>> {
  const requestId = options.requestId ?? newRequestId()
  const request = { action, payload: toWire(payload), requestId }
  const known = bearer()
  if (known !== null || !NEEDS_TOKEN) {
    const answer = fromWire(await send({ ...request, token: known }))
    if (!NEEDS_TOKEN || !isUnauthenticated(answer)) return resultOf(answer)
  }
  const { token, answer } = await renewBearer(send)
  // That signing in failed says more than that nobody is signed in.
  if (token === null && answer !== undefined) return resultOf(fromWire(answer))
  return resultOf(fromWire(await send({ ...request, token })))
}

/** Says something that needs neither an answer nor somebody signed in. */
export function tell<A extends ActionName>(action: A, payload: Payload<A>): void {
  void send({ action, payload: toWire(payload), requestId: newRequestId(), token: bearer() })
}

// A proxy's error page or a sleeping container is no answer of ours, but the network is there.
function resultOf<A extends ActionName>(answer: unknown): CallResult<A> {
  if (isEnvelope<A>(answer)) return answer
  const error: CallError =
    answer === null ? { code: 'unreachable' } : { code: 'internal', message: 'no envelope' }
  return { ok: false, error, now: null }
}

function isEnvelope<A extends ActionName>(answer: unknown): answer is CallResult<A> {
  const envelope = answer as { ok?: unknown; now?: unknown } | null
  return typeof envelope?.ok === 'boolean' && typeof envelope.now === 'number'
}

function isUnauthenticated(answer: unknown): boolean {
  return (answer as { error?: { code?: string } } | null)?.error?.code === 'unauthenticated'
}
