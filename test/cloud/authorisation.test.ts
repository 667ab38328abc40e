import type { ActionName } from '@/contract/actions'
import { actions } from '@/cloud/actions'
import { createHttp } from '@/cloud/http'
import { mayActAs, type Access } from '@/domain/role'
import { DAY } from '@/domain/time'
import { pictureBookClass } from './calls'
import { call, deploy, done, type Neighbourhood, type TestDeployment } from './deployment'
import { MONDAY, payloads as payloadsOf, roles, SATURDAY, settleTown, type Town } from './town'

let linli: TestDeployment
let here: Neighbourhood
let there: Neighbourhood
let ids: Town['ids']
let payloads: (communityId: string) => Partial<Record<ActionName, object>>

beforeAll(async () => {
  linli = await deploy(MONDAY)
  const town = await settleTown(linli)
  ;({ here, there, ids } = town)
  payloads = (communityId) => payloadsOf(town, communityId)
})
afterAll(async () => {
  expect(linli.failures).toEqual([])
  await linli.close()
})

const statusOf = async (openId: string | null, action: ActionName, payload: unknown) => {
  const answer = await call(linli, openId, action, payload)
  return answer.ok ? 'ok' : answer.error.code
}

const scoped = (Object.keys(actions) as ActionName[]).filter(
  (name) =>
    ![
      'signIn',
      'listCommunities',
      'getMessageTemplates',
      'reportError',
      'whoAmI',
      'redeemCommunityCode',
    ].includes(name),
)

it('knows a payload for every action', () => {
  expect(Object.keys(payloads('')).sort()).toEqual([...scoped].sort())
})

describe.each(scoped)('%s', (action) => {
  it.each(roles)('asks the role the table names of a %s of the community', async (role) => {
    const status = await statusOf(`${role}-here`, action, payloads(here.communityId)[action])
    const needed = actions[action].access
    const allowed = needed === 'anyone' || needed === 'visitor' || mayActAs(role, needed)
    if (allowed) expect(status).not.toBe('forbidden')
    else expect(status).toBe('forbidden')
  })

  it.each(roles)('gives a %s of another community nothing that takes a role here', async (role) => {
    // Anybody may look and join; that is not what this is about.
    if (actions[action].access === 'visitor') return
    expect(await statusOf(`${role}-there`, action, payloads(here.communityId)[action])).toBe('forbidden')
  })

  it('finds no row of this community under the id of the other one', async () => {
    const payload = payloads(there.communityId)[action]
    const names = JSON.stringify(payload)
    if (!Object.values(ids).some((id) => names.includes(id)) && action !== 'setAddress') return
    // A link that is over is refused as such, whatever it was of.
    const expected = action === 'takeSubstitute' ? 'refused' : 'not_found'
    expect(await statusOf('admin-there', action, payload)).toBe(expected)
  })

  it('tells nobody unknown anything', async () => {
    expect(await statusOf(null, action, payloads(here.communityId)[action])).toBe('unauthenticated')
  })
})

const ofLeaders = scoped.filter((name) => actions[name].access === 'leader')

describe('a leader', () => {
  it.each(ofLeaders)('may %s in the session they lead', async (action) => {
    const { communityId } = here
    await done(linli, 'cadre', 'appointLeader', {
      ...sessionOf(communityId),
      residentId: await idOf('leader'),
    })
    expect(await statusOf('leader', action, payloads(communityId)[action])).not.toBe('forbidden')
  })

  it.each(ofLeaders)('may not %s in another session, nor after being dismissed', async (action) => {
    const { communityId } = here
    const other = await done(linli, 'cadre', 'publishCall', pictureBookClass(communityId, SATURDAY + 2 * DAY))
    const payload = payloads(communityId)[action]
    const elsewhere = { ...payload, sessionId: other.sessionIds[0] }
    expect(await statusOf('leader', action, elsewhere)).toBe('forbidden')
    await done(linli, 'cadre', 'dismissLeader', sessionOf(communityId))
    expect(await statusOf('leader', action, payload)).toBe('forbidden')
  })

  it('may do nothing else that takes more than being a resident', async () => {
    const { communityId } = here
    await done(linli, 'cadre', 'appointLeader', {
      ...sessionOf(communityId),
      residentId: await idOf('leader'),
    })
    for (const action of scoped.filter((name) => ['cadre', 'admin'].includes(actions[name].access)))
      expect([action, await statusOf('leader', action, payloads(communityId)[action])]).toEqual([
        action,
        'forbidden',
      ])
  })
})

const sessionOf = (communityId: string) => ({ communityId, sessionId: ids.sessionId })
async function idOf(openId: string): Promise<string> {
  const { memberships } = await done(linli, openId, 'whoAmI', {})
  return memberships[0]?.residentId ?? ''
}

describe('another household of the same community', () => {
  it.each<[ActionName, () => object]>([
    ['cancelBooking', () => ({ communityId: here.communityId, bookingId: ids.bookingId })],
    ['passOnPost', () => ({ communityId: here.communityId, bookingId: ids.bookingId })],
    ['takeOverPost', () => ({ communityId: here.communityId, bookingId: ids.bookingId })],
    ['withdrawApplication', () => ({ communityId: here.communityId, applicationId: ids.applicationId })],
    ['withdrawDispute', () => ({ communityId: here.communityId, disputeId: ids.disputeId })],
    ['leaveWaitlist', () => ({ communityId: here.communityId, waitlistEntryId: ids.waitlistEntryId })],
    [
      'changeWaitlist',
      () => ({ communityId: here.communityId, waitlistEntryId: ids.waitlistEntryId, usePoints: true }),
    ],
    [
      'bookSlot',
      () => ({
        communityId: here.communityId,
        slotId: ids.slotId,
        party: [{ kind: 'child', childId: ids.childId }],
      }),
    ],
  ])('cannot %s what is not its own', async (action, payload) => {
    expect(await statusOf('resident-here', action, payload())).toBe('not_found')
  })
})

it('trusts X-WX-OPENID only where a gateway sets it', async () => {
  const app = createHttp({ deployment: linli, trustGateway: false, assets: null })
  const response = await app.request('/api/whoAmI', {
    method: 'POST',
    headers: { 'X-WX-OPENID': 'admin-here' },
    body: '{}',
  })
  expect(response.status).toBe(401)
})

describe('a token', () => {
  it('is good for its deployment and its time alone', () => {
    const { identities: mine } = linli.services
    const { token, until } = mine.issue('open-wang', MONDAY)
    expect(mine.read(token, MONDAY)).toBe('open-wang')
    expect(mine.read(token, until)).toBeNull()
    expect(mine.read(`${token}x`, MONDAY)).toBeNull()
    const [body] = token.split('.')
    for (const forged of [
      `${body}.`,
      `${body}`,
      '..',
      'a.b',
      `${body}.${Buffer.from('none').toString('base64url')}`,
    ]) {
      expect(mine.read(forged, MONDAY)).toBeNull()
    }
  })
})

it('lets every role of the table be one that exists', () => {
  const known: (Access | 'anyone' | 'visitor')[] = [...roles, 'leader', 'anyone', 'visitor']
  for (const name of Object.keys(actions) as ActionName[]) expect(known).toContain(actions[name].access)
})
