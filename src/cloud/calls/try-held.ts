import type { Instant } from '@/domain/time'
import type { Database } from '../db/database'
import { findHeldCall, listHeldDue } from '../repositories/held-call'
import { insertNotices } from '../repositories/notice'
import { findResident } from '../repositories/resident'
import type { CheckContent } from '../wechat/content-check'
import { goOn } from './held'
import { textOf } from './text'

const AT_A_TIME = 20

/**
 * Asks the platform again about calls that it did not answer for, and tells their authors what came of it.
 * The question is asked outside any transaction; two ticks at once ask twice, and one of them publishes.
 */
export async function tryHeldCalls(
  database: Database,
  checkContent: CheckContent,
  communityId: string,
  now: Instant,
): Promise<void> {
  const due = await database.transaction((tx) => listHeldDue(tx, communityId, now, AT_A_TIME))
  for (const { id, openId, tries, draft } of due) {
    const verdict = await checkContent(openId, textOf(draft))
    await database.transaction(async (tx) => {
      const held = await findHeldCall(tx, communityId, id, 'update')
      if (!held || held.tries !== tries) return
      const author = await findResident(tx, communityId, held.heldBy)
      if (!author) return
      const went = await goOn(tx, communityId, held, verdict, { author, now })
      const published = 'published' in went
      if (!published && verdict.suggest === 'unanswered') return
      const kind = published ? 'call_published' : 'call_stopped'
      const sessionId = published ? (went.published.sessionIds[0] ?? null) : null
      await insertNotices(tx, communityId, [
        { residentId: author.id, kind, sessionId, points: null, until: null, now },
      ])
    })
  }
}
