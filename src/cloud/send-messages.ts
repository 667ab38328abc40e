import { messageData } from '@/copy/notice-message'
import { isWorthSending, SENDER_GONE_AFTER } from '@/domain/platform-message'
import { DAY, type Instant } from '@/domain/time'
import type { Transaction } from './db/database'
import { addAccepts, clearAccepts, takeAccept } from './repositories/message-accept'
import {
  dropMessages,
  giveUpSending,
  lockWaiting,
  markEnd,
  markTaken,
  type MessageRow,
} from './repositories/platform-message'
import type { Ticking } from './tick'
import type { MessageOutcome } from './wechat/subscribe-message'

const AT_A_TIME = 5
const KEPT = 7 * DAY

/** A message that the platform will not take as it is; told by codes alone. */
export class MessageRefused extends Error {
  override name = 'MessageRefused'
  constructor(readonly code: string) {
    super('the platform refused a message')
  }
}

/**
 * Has the platform bring what waits in the outbox, each message at most once: it is marked and committed as being sent
 * before the platform is asked, and what is found marked after its sender has gone is not sent again.
 * @param isTimeUp asked between pages
 */
export async function sendMessages(
  ticking: Ticking,
  communityId: string,
  now: Instant,
  isTimeUp: () => boolean,
): Promise<void> {
  const { database, services } = ticking
  await database.transaction(async (tx) => {
    await giveUpSending(tx, communityId, now - SENDER_GONE_AFTER)
    await dropMessages(tx, communityId, now - KEPT)
  })
  for (let more = true; more && !isTimeUp();) {
    const ready = services.messages.ready(now)
    if (ready.length === 0) return
    const { taken, found } = await database.transaction(async (tx) => {
      const waiting = await lockWaiting(tx, communityId, ready, now, AT_A_TIME)
      return { found: waiting.length, taken: await take(tx, communityId, waiting, now) }
    })
    const outcomes = await Promise.all(taken.map((message) => sendOne(ticking, communityId, message, now)))
    more = found === AT_A_TIME && outcomes.every((it) => it.is !== 'later')
  }
}

/** Marks as being sent what makes sense and is allowed, one accept each; drops the rest. */
async function take(
  tx: Transaction,
  communityId: string,
  waiting: MessageRow[],
  now: Instant,
): Promise<MessageRow[]> {
  const taken: MessageRow[] = []
  // Accepts are locked in one order everywhere.
  const order = [...waiting].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))
  for (const message of order) {
    const calledOff = message.cancelledAt !== null && message.kind !== 'session_cancelled'
    const worth = isWorthSending({ ...message, calledOff }, now)
    if (worth && (await takeAccept(tx, communityId, message, now))) taken.push(message)
  }
  const ids = taken.map((it) => it.noticeId)
  const dropped = waiting.map((it) => it.noticeId).filter((id) => !ids.includes(id))
  await markTaken(tx, communityId, ids, 'sending', now)
  await markTaken(tx, communityId, dropped, 'dropped', now)
  return taken
}

const keyOf = ({ residentId, template }: MessageRow) => `${residentId} ${template}`

async function sendOne(
  { database, services, report }: Ticking,
  communityId: string,
  message: MessageRow,
  now: Instant,
): Promise<MessageOutcome> {
  const { openId, template, sessionId } = message
  const page = sessionId
    ? `pages/session/index?c=${communityId}&s=${sessionId}`
    : `packages/resident/inbox/index?c=${communityId}`
  const fields = services.messages.templates[template]?.fields ?? []
  const data = messageData(message, fields)
  const outcome = await services.messages.send({ openId, template, page, data }, now)
  await database.transaction((tx) => writeOutcome(tx, communityId, message, outcome, now))
  if (outcome.is === 'refused') {
    report({ action: 'tick', requestId: null, error: new MessageRefused(`${outcome.errcode} ${template}`) })
  }
  return outcome
}

async function writeOutcome(
  tx: Transaction,
  communityId: string,
  { noticeId, residentId, template }: MessageRow,
  outcome: MessageOutcome,
  now: Instant,
): Promise<void> {
  const end = { errcode: null, nextTryAt: null }
  switch (outcome.is) {
    case 'sent':
    case 'unknown':
      await markEnd(tx, communityId, noticeId, { ...end, state: outcome.is })
      return
    case 'refused':
      await markEnd(tx, communityId, noticeId, { ...end, state: 'refused', errcode: outcome.errcode })
      return
    case 'no_accept':
      await markEnd(tx, communityId, noticeId, { ...end, state: 'refused' })
      await clearAccepts(tx, communityId, residentId, [template], now)
      return
    case 'later': {
      const waits = await markEnd(tx, communityId, noticeId, {
        ...end,
        state: 'waiting',
        nextTryAt: outcome.at,
      })
      // It did not go, so what allowed it is still good.
      if (waits) await addAccepts(tx, communityId, residentId, [template], now)
    }
  }
}
