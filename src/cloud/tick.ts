import { CHECK_OUT_OPEN_AFTER } from '@/domain/attendance'
import { DAY, MINUTE, SECOND, type Instant } from '@/domain/time'
import { writeSlot } from './allotment/decided'
import { openSlot } from './allotment/open-slot'
import { drawIfDue } from './allotment/draw-if-due'
import { settleWaitlist } from './allotment/settle-waitlist'
import { tryHeldCalls } from './calls/try-held'
import type { Database } from './db/database'
import { expirePoints } from './expire-points'
import { dropAnswers } from './repositories/answer'
import { closeForgotten, listForgotten } from './repositories/check-out'
import { lookAfterChildren } from './look-after-children'
import { listCommunities } from './repositories/community'
import { listDrawsDue } from './repositories/draw'
import { findSession } from './repositories/slot'
import { endStaleSubstitutes } from './repositories/substitute'
import type { Files } from './files/files'
import { pushLiveCards } from './live-cards/push'
import { endStaleEntries, listSlotsToSettle } from './repositories/waitlist'
import { sendMessages } from './send-messages'
import { tellOpenings } from './tell-openings'
import { tellStarts } from './tell-starts'
import { tellTakenUp } from './tell-taken-up'
import type { PlatformServices } from './wechat/platform-services'

const ANSWERS_KEPT = 7 * DAY
const COMMUNITIES_AT_A_TIME = 100
const SESSIONS_AT_A_TIME = 100
/** A cloud function has twenty seconds for the whole of a tick. */
const SENDING_TIME = 8 * SECOND

/** What a tick works with; what fails is reported, and the rest goes on. */
export interface Ticking {
  database: Database
  services: PlatformServices & {
    /** where files lie until their links are over; without it, nowhere */
    files?: Files
  }
  report: (failure: { action: string; requestId: null; error: unknown }) => void
  /** asked between communities: what is left is the next tick's, of whichever server */
  isEnding?: () => boolean
}

/**
 * What time brings about: openings, starts and places taken up are told, forgotten check-outs closed, draws are held, places that open go to those who wait, offers and links lapse, old answers go, messages are sent. Safe to
 * run twice at once, and late: every deadline is checked again where a place is taken.
 */
export async function tick(ticking: Ticking, now: Instant): Promise<void> {
  const communities: string[] = []
  for (let after: string | null = ''; after !== null;) {
    const from: string = after
    const page = await ticking.database.transaction((tx) => listCommunities(tx, from, COMMUNITIES_AT_A_TIME))
    for (const { id } of page) {
      if (ticking.isEnding?.()) return
      await orReport(ticking, () => tickCommunity(ticking, id, now))
    }
    communities.push(...page.map((it) => it.id))
    after = page.length < COMMUNITIES_AT_A_TIME ? null : (page.at(-1)?.id ?? null)
  }
  await sendAll(ticking, communities, now)
}

/** Last, and not for long: the platform may keep us waiting. Each minute begins with another community. */
async function sendAll(ticking: Ticking, communities: string[], now: Instant): Promise<void> {
  const stopAt = Date.now() + SENDING_TIME
  const isTimeUp = () => Date.now() >= stopAt || ticking.isEnding?.() === true
  const first = communities.length === 0 ? 0 : Math.floor(now / MINUTE) % communities.length
  for (const id of [...communities.slice(first), ...communities.slice(0, first)]) {
    if (ticking.isEnding?.()) return
    await orReport(ticking, () => sendMessages(ticking, id, now, isTimeUp))
  }
}

async function tickCommunity(ticking: Ticking, communityId: string, now: Instant): Promise<void> {
  const { database, services } = ticking
  await orReport(ticking, () => tellOpenings(database, communityId, now))
  await orReport(ticking, () => tellStarts(database, communityId, now))
  await orReport(ticking, () => closeCheckOuts(ticking, communityId, now))
  await orReport(ticking, () => expirePoints(database, communityId, now))
  // Before the waitlists: a draw may leave places that somebody on its list could have.
  const draws = await database.transaction((tx) => listDrawsDue(tx, communityId, now))
  for (const slotId of draws) {
    await orReport(ticking, () => database.transaction((tx) => drawIfDue(tx, communityId, slotId, now)))
  }
  await orReport(ticking, () => lookAfterChildren(database, communityId, now))
  await database.transaction(async (tx) => {
    await dropAnswers(tx, communityId, now - ANSWERS_KEPT)
    await endStaleSubstitutes(tx, communityId, now)
  })
  // After the links, as a post is passed on to who has one first; by itself, as slots come before what is in them.
  const slots = await database.transaction(async (tx) => {
    await endStaleEntries(tx, communityId, now)
    return listSlotsToSettle(tx, communityId, now)
  })
  await settleSlots(ticking, communityId, slots, now)
  await orReport(ticking, () => tellTakenUp(database, communityId, now))
  await orReport(ticking, async () => services.files?.sweep(database, communityId, now))
  // Last: the platform may keep us waiting.
  await orReport(ticking, () => pushLiveCards(ticking, communityId, now))
  await orReport(ticking, () => tryHeldCalls(database, services.checkContent, communityId, now))
}

async function settleSlots(
  ticking: Ticking,
  communityId: string,
  slots: string[],
  now: Instant,
): Promise<void> {
  // One transaction a slot: a long tick must not hold many locks, nor one busy slot keep the others waiting.
  for (const slotId of slots) {
    await orReport(ticking, () =>
      ticking.database.transaction(async (tx) => {
        const open = await openSlot(tx, communityId, slotId, { households: [], frees: false, now })
        if (!open) return
        settleWaitlist(open)
        await writeSlot(open)
      }),
    )
  }
}

/** A session at a time, under its lock: its books may be closed, or somebody check out, this very moment. */
async function closeCheckOuts({ database }: Ticking, communityId: string, now: Instant): Promise<void> {
  const ended = await database.transaction((tx) =>
    listForgotten(tx, communityId, now - CHECK_OUT_OPEN_AFTER, SESSIONS_AT_A_TIME),
  )
  for (const sessionId of ended) {
    await database.transaction(async (tx) => {
      const session = await findSession(tx, communityId, sessionId, 'update')
      if (session) await closeForgotten(tx, communityId, session)
    })
  }
}

async function orReport({ report }: Ticking, work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } catch (error) {
    report({ action: 'tick', requestId: null, error })
  }
}
