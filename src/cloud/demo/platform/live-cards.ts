import type { Hono } from 'hono'
import { DAY, SECOND, type Instant } from '@/domain/time'

interface Update {
  activity_id?: string
  target_state?: number
  template_info?: { parameter_list?: { name: string; value: string }[] }
}

const MUST_SAY = [['member_count', 'room_limit'], ['path', 'version_type'], []]
const VERSIONS = ['develop', 'trial', 'release']

/**
 * Updatable messages (动态消息): state 0 goes to 0, 1 or 2, state 1 to 2, state 2 nowhere. An id lives for 24 hours.
 */
export function mountLiveCards(app: Hono, now: () => Instant): void {
  const cards = new Map<string, { state: number; expiresAt: Instant }>()
  app.get('/cgi-bin/message/wxopen/activityid/create', (c) => {
    const id = `stand-in-${now().toString(36)}-${cards.size + 1}`
    const expiresAt = now() + DAY
    cards.set(id, { state: 0, expiresAt })
    return c.json({ activity_id: id, expiration_time: Math.floor(expiresAt / SECOND), errcode: 0 })
  })
  app.post('/cgi-bin/message/wxopen/updatablemsg/send', async (c) => {
    const { activity_id: id = '', target_state: state = -1, template_info } = await c.req.json<Update>()
    const card = cards.get(id)
    if (!card) return c.json({ errcode: 47501, errmsg: 'invalid activity_id' })
    if (card.expiresAt <= now()) return c.json({ errcode: 47504, errmsg: 'activity_id expired' })
    const must = MUST_SAY[state]
    if (!must || (card.state > 0 && state <= card.state))
      return c.json({ errcode: 47502, errmsg: 'invalid target_state' })
    const said = new Map((template_info?.parameter_list ?? []).map(({ name, value }) => [name, value]))
    if (must.some((name) => typeof said.get(name) !== 'string'))
      return c.json({ errcode: 47001, errmsg: 'data format error' })
    if (state === 1 && !VERSIONS.includes(said.get('version_type') ?? ''))
      return c.json({ errcode: 47503, errmsg: 'invalid version_type' })
    card.state = state
    return c.json({ errcode: 0, errmsg: 'ok' })
  })
}
