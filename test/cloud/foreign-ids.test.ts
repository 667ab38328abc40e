import type { ActionName } from '@/contract/actions'
import { actions } from '@/cloud/actions'
import { HOUR, MINUTE } from '@/domain/time'
import { call, deploy, type TestDeployment } from './deployment'
import { watch, type Watch } from './fuzz/fingerprint'
import { idFieldsOf, withId, type IdField } from './id-fields'
import { MONDAY, payloads, SATURDAY, settleTown, type Town } from './town'

let linli: TestDeployment
let mine: Town
let other: Town
let database: Watch

beforeAll(async () => {
  linli = await deploy(MONDAY)
  mine = await settleTown(linli)
  other = await settleTown(linli)
  database = await watch(linli.url)
})
afterAll(async () => {
  expect(linli.failures).toEqual([])
  await database.close()
  await linli.close()
})

const fields = (Object.keys(actions) as ActionName[]).flatMap(idFieldsOf)
const nameOf = ({ action, path }: IdField) => `${action} ${path.filter((key) => key !== 0).join('.')}`
const rows = (some: IdField[]) => some.map((field) => [nameOf(field), field] as const)

/** A valid id of the town for the field. */
function idOf({ ids, here }: Town, { action, path }: IdField): string {
  const named = path.filter((key) => key !== 0).at(-1) as string
  const known: Record<string, string | undefined> = { ...ids, gridId: here.gridId, shareId: 'zzzzzz' }
  const also: Record<string, string | undefined> = {
    ...{ replaces: ids.heldId, personId: ids.residentId, teamIds: ids.teamId, residentIds: ids.residentId },
    ...{ attendeeIds: ids.residentId, absent: ids.residentId },
    ...(action === 'mergeHouseholds' ? { keep: ids.householdId, drop: ids.householdId } : {}),
    ...(action === 'mergeResidents' ? { keep: ids.residentId, drop: ids.skilledId } : {}),
    ...(/Draw/.test(action) ? { slotId: ids.drawSlotId } : {}),
    ...(action === 'decideSkill' ? { residentId: ids.skilledId } : {}),
  }
  const id = also[named] ?? known[named]
  if (!id) throw new Error(`test/cloud/town.ts has no ${named} for ${action}`)
  return id
}

async function outcomeOf(openId: string, action: ActionName, payload: object): Promise<string> {
  const before = await database.fingerprint()
  const answer = await call(linli, openId, action, payload)
  if (answer.ok) return 'ok'
  if (answer.error.code !== 'refused') expect(await database.fingerprint()).toBe(before)
  return answer.error.reason?.reason ?? answer.error.code
}

/** Where an id of elsewhere does not end in "there is no such thing", and why that gives nothing away. */
const ANSWERED: Record<string, string> = {
  // Nothing is in a part of the community that is not there, and nobody has done anything who is not there.
  'listSessions gridId': 'ok',
  'listAudit personId': 'ok',
  'exportAudit personId': 'ok',
  // A token anybody may make up: of a share that is not known nothing is counted.
  'bookSlot shareId': 'slot_full',
  'getMiniCode shareId': 'ok',
  'getUrlLink shareId': 'ok',
  'openShare shareId': 'ok',
  'recordShare shareId': 'ok',
  // A link that is over is told as such, whatever it was of.
  'getSession substituteId': 'ok',
  'takeSubstitute substituteId': 'substitute_gone',
  // Left out: of the call, and of those who were not there.
  'confirmSession absent': 'ok',
  'publishCall replaces': 'ok',
  'publishCall teamIds': 'ok',
}
/** When the action is to be had at all. */
const WHEN: Record<string, number> = {
  markPresent: SATURDAY + 10 * MINUTE,
  markLeft: SATURDAY + 10 * MINUTE,
  confirmSession: SATURDAY + 2 * HOUR,
}

describe('an admin of two communities, in one of them', () => {
  it.each(rows(fields))('gets nothing by an id of the other: %s', async (name, field) => {
    const payload = payloads(mine, mine.here.communityId)[field.action] ?? {}
    const mixed = withId(payload, field.path, idOf(other, field))
    linli.clock.now = WHEN[field.action] ?? MONDAY
    const stood = await database.ofCommunity(other.here.communityId)
    expect(await outcomeOf('admin-here', field.action, mixed)).toBe(ANSWERED[name] ?? 'not_found')
    expect(await database.ofCommunity(other.here.communityId)).toBe(stood)
  })
})

const OF_A_HOUSEHOLD = [
  ...['bookingId', 'waitlistEntryId', 'applicationId', 'disputeId', 'childId', 'invitationId', 'offerId'],
  ...['substituteId'],
]
/** A link is made to be opened by another household. */
const BY_LINK: Record<string, string> = {
  'getInvitation invitationId': 'ok',
  'acceptInvitation invitationId': 'ok',
  'getSession substituteId': 'ok',
  'takeSubstitute substituteId': 'ok',
}

const ofResidents = fields.filter(
  ({ action, path }) =>
    ['visitor', 'resident'].includes(actions[action].access) && OF_A_HOUSEHOLD.includes(String(path.at(-1))),
)

describe('another household of the same community', () => {
  beforeAll(() => {
    linli.clock.now = MONDAY
  })

  it.each(rows(ofResidents))('gets nothing by an id of this one: %s', async (name, field) => {
    const payload = payloads(mine, mine.here.communityId)[field.action] ?? {}
    const asked = withId(payload, field.path, idOf(mine, field))
    const somebody = `somebody for ${name}`
    await mine.here.resident(somebody)
    expect(await outcomeOf(somebody, field.action, asked)).toBe(BY_LINK[name] ?? 'not_found')
  })

  const reads = (Object.keys(actions) as ActionName[]).filter(
    (name) => !actions[name].writes && ['visitor', 'resident'].includes(actions[name].access),
  )
  it.each(reads)('reads nobody else in %s', async (action) => {
    const {
      childId,
      bookingId,
      waitlistEntryId,
      applicationId,
      disputeId,
      householdId,
      residentId,
      offerId,
    } = mine.ids
    const payload = payloads(mine, mine.here.communityId)[action] ?? {}
    for (const openId of ['resident-here', 'resident-there', 'a stranger']) {
      const text = JSON.stringify(await call(linli, openId, action, payload))
      for (const id of [
        childId,
        bookingId,
        waitlistEntryId,
        applicationId,
        disputeId,
        householdId,
        residentId,
        offerId,
      ])
        expect(text).not.toContain(id)
    }
  })
})
