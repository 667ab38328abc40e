import { createHmac } from 'node:crypto'
import { createSignedLinks } from '@/cloud/files/signed-links'
import { createHttp } from '@/cloud/http'
import { createIdentities } from '@/cloud/identity'
import { createTokenSigner } from '@/cloud/signed-token'
import { DAY, HOUR, MINUTE } from '@/domain/time'
import { call, done, reasonOf } from './deployment'
import { pictureBookClass, post } from './calls'
import { SATURDAY, Spot } from './presence'

let spot: Spot
beforeEach(async () => {
  spot = await Spot.open()
})
afterEach(async () => {
  expect(spot.linli.failures).toEqual([])
  await spot.linli.close()
})

describe('a token', () => {
  const SECRET = 's'.repeat(32)
  const base64 = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const claims = (until = spot.now + DAY) => ['cadre', until]
  const own = () => spot.linli.services.identities.issue('cadre', spot.now).token

  const statusOf = async (authorization: string) => {
    const app = createHttp({ deployment: spot.linli, trustGateway: false, assets: null })
    const headers = { Authorization: authorization }
    return (await app.request('/api/whoAmI', { method: 'POST', headers, body: '{}' })).status
  }
  const otherwise = (change: (body: string, signature: string) => string) => {
    const [body = '', signature = ''] = own().split('.')
    return change(body, signature)
  }

  it('lets its own person in', async () => {
    expect(await statusOf(`Bearer ${own()}`)).toBe(200)
  })

  it('is over after its time, and is not to be made longer', async () => {
    const token = own()
    spot.now += 7 * DAY - 1
    expect(await statusOf(`Bearer ${token}`)).toBe(200)
    spot.now += 1
    expect(await statusOf(`Bearer ${token}`)).toBe(401)
    const [, signature] = token.split('.')
    expect(await statusOf(`Bearer ${base64(claims(spot.now + DAY))}.${signature}`)).toBe(401)
  })

  it.each<[string, () => string]>([
    [
      'of another deployment',
      () => createIdentities('o'.repeat(32), () => Promise.resolve(null)).issue('cadre', spot.now).token,
    ],
    ['that was signed for another purpose', () => createTokenSigner('file', SECRET).sign(claims())],
    [
      'with the signature of another body',
      () => `${base64(claims())}.${otherwise((_, signature) => signature)}`,
    ],
    ['without a signature', () => otherwise((body) => `${body}.`)],
    ['that is only a body', () => otherwise((body) => body)],
    ['with a signature cut short', () => otherwise((body, signature) => `${body}.${signature.slice(0, -1)}`)],
    ['with a signature that goes on', () => otherwise((body, signature) => `${body}.${signature}A`)],
    ['with a third part', () => `${own()}.x`],
    [
      'signed without its purpose',
      () => {
        const body = base64(claims())
        return `${body}.${createHmac('sha256', SECRET).update(body).digest('base64url')}`
      },
    ],
    ['signed with an empty secret', () => createTokenSigner('token', '').sign(claims())],
    [
      'as a JWT of the algorithm none',
      () => `${base64({ alg: 'none', typ: 'JWT' })}.${base64({ sub: 'cadre' })}.`,
    ],
    [
      'as a JWT of the right secret',
      () => {
        const body = `${base64({ alg: 'HS256' })}.${base64({ sub: 'cadre' })}`
        return `${body}.${createHmac('sha256', SECRET).update(body).digest('base64url')}`
      },
    ],
    ['of ten thousand characters', () => 'A'.repeat(10_000)],
  ])('%s lets nobody in', async (_, forged) => {
    expect(await statusOf(`Bearer ${forged()}`)).toBe(401)
  })

  it.each(['bearer', 'Basic', 'Token', ''])('lets nobody in after the word "%s"', async (word) => {
    expect(await statusOf(`${word} ${own()}`)).toBe(401)
  })
})

describe('the leader’s number', () => {
  it('is not to be used again later, nor before its time', async () => {
    await spot.booked('wang')
    spot.now = SATURDAY
    const number = spot.code()
    for (const later of [2 * MINUTE, -2 * MINUTE]) {
      spot.now = SATURDAY + later
      expect(reasonOf(await spot.checkIn('wang', number))).toMatchObject({ reason: 'code_wrong' })
    }
  })

  it('is of one session alone, at the same time and place', async () => {
    const { communityId } = spot.at
    const draft = pictureBookClass(communityId, SATURDAY, [post()])
    const { sessionIds } = await done(spot.linli, 'cadre', 'publishCall', draft)
    const other = { communityId, sessionId: sessionIds[0] ?? '' }
    const { slots } = await done(spot.linli, 'cadre', 'getSession', other)
    await spot.community.resident('li')
    await done(spot.linli, 'li', 'bookSlot', { communityId, slotId: slots[0]?.id, party: [{ kind: 'self' }] })
    spot.now = SATURDAY
    const answer = await call(spot.linli, 'li', 'checkIn', { ...other, code: spot.code() })
    expect(reasonOf(answer)).toMatchObject({ reason: 'code_wrong' })
  })

  it('given twice is one presence, and one payment', async () => {
    const wang = await spot.booked('wang')
    spot.now = SATURDAY
    const number = spot.code()
    for (const _ of [1, 2]) expect((await spot.checkIn('wang', number)).ok).toBe(true)
    expect((await spot.rowOf(wang))?.checkedInAt).toBe(SATURDAY)
    spot.now = SATURDAY + HOUR
    await spot.confirm()
    const { balance } = await done(spot.linli, 'wang', 'getStatement', { communityId: spot.at.communityId })
    expect(balance).toBe(10)
  })
})

describe('the link to a file', () => {
  it('is fetched with whatever method but GET in vain, and by no other name of the same path', async () => {
    const links = createSignedLinks('s'.repeat(32))
    const app = createHttp({ deployment: spot.linli, trustGateway: false, links, assets: null })
    const { communityId } = spot.at
    const { url } = await done(spot.linli, 'cadre', 'exportHonours', {
      ...{ communityId, year: 2026, month: null, format: 'csv' },
    })
    expect((await app.request(url)).status).toBe(200)
    for (const method of ['POST', 'PUT', 'DELETE'])
      expect((await app.request(url, { method })).status).toBe(404)
    for (const path of [`${url}/`, `${url}/x`, url.replace('/files/', '/files/../files/x')])
      expect((await app.request(path)).status).toBe(404)
    spot.now += 5 * MINUTE
    expect((await app.request(url)).status).toBe(403)
  })
})
