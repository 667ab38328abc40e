import { createSignedLinks } from '@/cloud/files/signed-links'
import { createHttp } from '@/cloud/http'
import { createRateLimit } from '@/cloud/rate-limit'
import { SECOND } from '@/domain/time'
import { deploy, type TestDeployment } from './deployment'

const NOW = Date.UTC(2026, 10, 25, 2)

describe('an allowance', () => {
  it('gives so many at once, and then says how long to wait', () => {
    const limit = createRateLimit({ atOnce: 3, perSecond: 2 })
    expect([1, 2, 3].map(() => limit.take('wang', NOW))).toEqual([0, 0, 0])
    expect(limit.take('wang', NOW)).toBe(500)
    expect(limit.take('wang', NOW + 499)).toBeGreaterThan(0)
    expect(limit.take('wang', NOW + 500)).toBe(0)
    expect(limit.take('wang', NOW + 500)).toBe(500)
  })

  it('is full again after a rest, and never fuller', () => {
    const limit = createRateLimit({ atOnce: 2, perSecond: 1 })
    for (const _ of [1, 2]) limit.take('wang', NOW)
    const later = NOW + 3600 * SECOND
    expect([1, 2, 3].map(() => limit.take('wang', later))).toEqual([0, 0, SECOND])
  })

  it('is each one’s own', () => {
    const limit = createRateLimit({ atOnce: 1, perSecond: 1 })
    expect(['wang', 'li'].map((key) => limit.take(key, NOW))).toEqual([0, 0])
    expect(limit.take('wang', NOW)).toBe(SECOND)
  })

  it('waits for no clock that was put back', () => {
    const limit = createRateLimit({ atOnce: 1, perSecond: 1 })
    limit.take('wang', NOW + 3600 * SECOND)
    limit.take('wang', NOW)
    expect(limit.take('wang', NOW + SECOND)).toBe(0)
  })

  it('forgets who asked longest ago when too many ask, so that no flood of names fills the memory', () => {
    const limit = createRateLimit({ atOnce: 1, perSecond: 1 }, 2)
    for (const key of ['wang', 'li', 'wang', 'zhao']) limit.take(key, NOW)
    expect(limit.take('wang', NOW)).toBe(SECOND)
    expect(limit.take('li', NOW)).toBe(0)
  })
})

describe('the API', () => {
  let linli: TestDeployment
  beforeAll(async () => {
    linli = await deploy(NOW)
  })
  afterAll(() => linli.close())

  const links = createSignedLinks('s'.repeat(32))
  const limits = () => ({
    person: createRateLimit({ atOnce: 2, perSecond: 0.1 }),
    address: createRateLimit({ atOnce: 2, perSecond: 0.1 }),
  })
  const open = (addressHeader: string | null = 'X-Real-IP') =>
    createHttp({
      deployment: linli,
      trustGateway: false,
      links,
      limits: limits(),
      addressHeader,
      assets: null,
    })
  const bearer = (openId: string) => ({
    Authorization: `Bearer ${linli.services.identities.issue(openId, linli.now()).token}`,
  })
  const ask = (app: ReturnType<typeof open>, headers: Record<string, string>, path = '/api/whoAmI') =>
    app.request(path, path.startsWith('/api') ? { method: 'POST', headers, body: '{}' } : { headers })
  const statuses = async (app: ReturnType<typeof open>, each: Record<string, string>[], path?: string) => {
    const answers: number[] = []
    for (const headers of each) answers.push((await ask(app, headers, path)).status)
    return answers
  }

  it('tells a person who asks too much to wait, in the envelope, and nobody else', async () => {
    const app = open()
    expect(await statuses(app, [bearer('wang'), bearer('wang')])).toEqual([200, 200])
    const answer = await ask(app, bearer('wang'))
    expect(answer.status).toBe(429)
    expect(answer.headers.get('Retry-After')).toBe('10')
    expect(await answer.json()).toMatchObject({ ok: false, error: { code: 'too_many_requests' } })
    expect((await ask(app, bearer('li'))).status).toBe(200)
    linli.clock.now += 10 * SECOND
    expect((await ask(app, bearer('wang'))).status).toBe(200)
  })

  it('counts who is not known by the address, and files with them', async () => {
    const from = (address: string) => ({ 'X-Real-IP': address })
    for (const path of ['/api/signIn', '/files/nonsense']) {
      const app = open()
      const answers = await statuses(app, [from('1.1.1.1'), from('1.1.1.1'), from('1.1.1.1')], path)
      expect(answers[2]).toBe(429)
      expect(answers.slice(0, 2)).not.toContain(429)
      expect((await ask(app, from('2.2.2.2'), path)).status).not.toBe(429)
      // One address for a whole neighbourhood: who is known there goes on.
      expect((await ask(app, { ...from('1.1.1.1'), ...bearer('zhang') })).status).toBe(200)
    }
  })

  it('believes of a list of addresses only the last, which the proxy itself has added', async () => {
    const app = open('X-Forwarded-For')
    const made = ['9.9.9.1', '9.9.9.2', '9.9.9.3'].map((it) => ({ 'X-Forwarded-For': `${it}, 1.1.1.1` }))
    expect((await statuses(app, made)).at(-1)).toBe(429)
  })

  it('believes no header where no proxy is said to set one', async () => {
    const app = open(null)
    const made = ['1.1.1.1', '2.2.2.2', '3.3.3.3'].map((it) => ({ 'X-Forwarded-For': it, 'X-Real-IP': it }))
    expect((await statuses(app, made)).at(-1)).toBe(429)
  })
})
