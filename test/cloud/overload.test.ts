import { createHttp } from '@/cloud/http'
import { createAdmission } from '@/cloud/overload'
import { SECOND } from '@/domain/time'
import { deploy, type TestDeployment } from './deployment'

const NOW = Date.UTC(2026, 10, 25, 2)
const ROOM = { atATime: 2, rush: { atOnce: 3, perSecond: 1 } }

describe('how many are taken on', () => {
  it('a rush is let in whole; what lasts, only as fast as it is answered', () => {
    const admission = createAdmission(ROOM)
    const enter = (at = NOW) => admission.enter(at)
    expect([1, 2, 3, 4, 5].map(() => enter())).toEqual([true, true, true, true, true])
    expect(enter()).toBe(false)
    for (const _ of [1, 2, 3]) admission.leave()
    // Two are in progress still.
    expect(enter()).toBe(false)
    admission.leave()
    expect([enter(), enter()]).toEqual([true, false])
  })

  it('is ready for the next rush after a rest', () => {
    const admission = createAdmission(ROOM)
    for (const _ of [1, 2, 3, 4, 5]) admission.enter(NOW)
    expect(admission.enter(NOW)).toBe(false)
    for (const _ of [1, 2, 3, 4, 5]) admission.leave()
    const later = NOW + 3 * SECOND
    expect([1, 2, 3, 4, 5, 6].map(() => admission.enter(later))).toEqual([
      true,
      true,
      true,
      true,
      true,
      false,
    ])
  })
})

describe('the API', () => {
  let linli: TestDeployment
  beforeAll(async () => {
    linli = await deploy(NOW)
  })
  afterAll(() => linli.close())

  const headers = () => ({
    Authorization: `Bearer ${linli.services.identities.issue('wang', NOW).token}`,
  })
  const post = async (app: ReturnType<typeof createHttp>, path = '/api/whoAmI') =>
    app.request(path, { method: 'POST', headers: headers(), body: '{}' })

  it('sends away what it cannot answer soon, with 503 and when to come back, and has room again after an answer', async () => {
    // The database answers when it is let.
    let answer = () => undefined as void
    const held = new Promise<void>((resolve) => (answer = resolve))
    const database = {
      ...linli.database,
      transaction: (async (work: never) => {
        await held
        return linli.database.transaction(work)
      }) as typeof linli.database.transaction,
    }
    const app = createHttp({
      deployment: { ...linli, database },
      ...{ trustGateway: false, assets: null },
      admission: createAdmission({ atATime: 1, rush: { atOnce: 1, perSecond: 0.001 } }),
    })
    const taken = [post(app), post(app)]
    const away = await post(app)
    expect(away.status).toBe(503)
    expect(Number(away.headers.get('Retry-After'))).toBeGreaterThanOrEqual(1)
    expect(await away.json()).toMatchObject({ ok: false, error: { code: 'unavailable' } })
    answer()
    expect((await Promise.all(taken)).map(({ status }) => status)).toEqual([200, 200])
    expect((await post(app)).status).toBe(200)
  })

  it('has room again after what failed', async () => {
    const admission = createAdmission({ atATime: 1, rush: { atOnce: 1, perSecond: 0.001 } })
    const app = createHttp({ deployment: linli, trustGateway: false, assets: null, admission })
    for (const path of ['/api/nothing', '/api/getHome', '/api/nothing', '/api/getHome'])
      expect((await post(app, path)).status).not.toBe(503)
    expect((await post(app)).status).toBe(200)
  })
})
