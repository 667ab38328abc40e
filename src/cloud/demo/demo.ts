import type { Hono } from 'hono'
import * as v from 'valibot'
import { countBetween, instantInput } from '@/contract/fields'
import { toWire } from '@/contract/instants'
import { LIVE_CARD_LASTS } from '@/domain/live-card'
import { MINUTE, type Instant } from '@/domain/time'
import type { Database } from '../db/database'
import { endLiveCards, listLiveCardsOf, listWithoutLiveCard } from '../repositories/live-card'
import { createLiveCard } from '../handlers/create-live-card'
import { tick, type Ticking } from '../tick'
import { createPlatformServices, type PlatformServices } from '../wechat/platform-services'
import { allowMessages, demoTemplates } from './allow-messages'
import { createDemoClock } from './clock'
import { COMMUNITY } from './neighbourhood'
import { openIdOf, personas } from './personas'
import { PlatformLog } from './platform/log'
import { platformPage } from './platform/page'
import { createPlatformStandIn, fetchFrom } from './platform/stand-in'
import { reminderMoments } from './reminder-moments'
import { seed } from './seed'

/** What demo mode puts in the place of WeChat and of real time. */
export interface Demo {
  platform: PlatformServices
  exchangeCode: (code: string) => Promise<string | null>
  now: () => Instant
  mount: (app: Hono) => void
  introduction: string[]
}

const clockRequest = v.union([
  v.strictObject({ advanceMinutes: countBetween(1, 525_600) }),
  v.strictObject({ to: instantInput }),
  v.strictObject({ reset: v.literal(true) }),
])

interface DemoOptions {
  doorKey: string
  /** fill an empty database with made-up people */
  seeded: boolean
  say: (line: string) => void
  report: Ticking['report']
}

/** Seeds the demo community where it is missing or out of date, and stands in for the platform. */
export async function createDemo(
  database: Database,
  { doorKey, seeded, say, report }: DemoOptions,
): Promise<Demo> {
  const clock = createDemoClock(Date.now)
  const account = {
    ...{ appId: 'demo', secret: 'demo', apiUrl: 'http://platform.invalid' },
    templates: demoTemplates(),
  }
  const log = new PlatformLog()
  const platform = createPlatformServices(account, fetchFrom(createPlatformStandIn(clock.now, log)))
  if (seeded) await seed(database, { doorKey, now: clock.now(), say })
  await allowMessages(database, clock.now())
  const ticking = { database, services: platform, report }
  // The stand-in remembers nothing of before.
  await database.transaction((tx) => endLiveCards(tx, COMMUNITY.id, clock.now()))
  await shareSoonest(ticking, clock.now())
  const leap = async (target: Instant) => {
    const moments = await database.transaction((tx) => reminderMoments(tx, COMMUNITY.id, clock.now(), target))
    for (const moment of moments) {
      clock.moveTo(moment)
      await tick(ticking, moment)
    }
    clock.moveTo(target)
  }
  return {
    platform,
    exchangeCode: (code) => Promise.resolve(openIdOf(code)),
    now: clock.now,
    mount: (app) => {
      app.get('/demo/personas', (c) => c.json(toWire({ personas, now: clock.now() }) as object))
      app.get('/demo/platform', async (c) => {
        const known = await database.transaction((tx) => listLiveCardsOf(tx, COMMUNITY.id))
        return c.html(await platformPage({ entries: log.entries(), known, now: clock.now() }))
      })
      app.get('/demo/platform.json', (c) => c.json(toWire({ entries: log.entries() }) as object))
      app.post('/demo/clock', async (c) => {
        const wanted = v.safeParse(clockRequest, await c.req.json().catch(() => null))
        if (!wanted.success) return c.json({ error: 'one of {advanceMinutes}, {to}, {reset: true}' }, 400)
        if ('reset' in wanted.output) clock.reset()
        else if ('to' in wanted.output) await leap(wanted.output.to)
        else await leap(clock.now() + wanted.output.advanceMinutes * MINUTE)
        await tick(ticking, clock.now())
        await shareSoonest(ticking, clock.now())
        return c.json(toWire({ now: clock.now() }) as object)
      })
    },
    introduction: [
      'Demo: a community of made-up people. Choose who you are in the app (我的， or the chip at the edge):',
      ...personas.map(({ name, title }) => `  ${name} (${title})`),
      'What WeChat would show of it, cards in the chat and messages: /demo/platform',
    ],
  }
}

const SHARED = 6

/** Nobody shares into a chat here: the soonest sessions have their live cards all the same, to be looked at. */
async function shareSoonest({ database, services }: Ticking, now: Instant): Promise<void> {
  const within = { from: now, until: now + LIVE_CARD_LASTS, limit: SHARED }
  const sessions = await database.transaction((tx) => listWithoutLiveCard(tx, COMMUNITY.id, within))
  for (const sessionId of sessions)
    await createLiveCard({ database, now, services }, { communityId: COMMUNITY.id, sessionId })
}
