import { pictureBookClass, post } from '../cloud/calls'
import {
  call,
  deploy,
  done,
  reasonOf,
  settle,
  type Neighbourhood,
  type TestDeployment,
} from '../cloud/deployment'
import { moveInWith } from '../cloud/neighbours'
import { brokenInvariants } from '../invariants'

const MONDAY = Date.parse('2026-03-02T09:00:00+08:00')
const SATURDAY = Date.parse('2026-03-07T10:00:00+08:00')
const self = [{ kind: 'self' }]

let linli: TestDeployment
let community: Neighbourhood
let communityId: string

beforeEach(async () => {
  linli = await deploy(MONDAY, 16)
  community = await settle(linli)
  communityId = community.communityId
  await community.resident('chen')
})
afterEach(async () => {
  expect(linli.failures).toEqual([])
  expect(await brokenInvariants(linli.database)).toEqual([])
  await linli.close()
})

/** A session whose one post chen holds and passes on by a link. */
async function passedOn() {
  const published = await done(
    linli,
    'cadre',
    'publishCall',
    pictureBookClass(communityId, SATURDAY, [post({ capacity: 1 })]),
  )
  const sessionId = published.sessionIds[0] ?? ''
  const slotId = (await done(linli, 'cadre', 'getSession', { communityId, sessionId })).slots[0]?.id ?? ''
  const { bookingId } = await done(linli, 'chen', 'bookSlot', { communityId, slotId, party: self })
  const { substituteId } = await done(linli, 'chen', 'passOnPost', { communityId, bookingId })
  return { slotId, bookingId, substituteId: substituteId ?? '' }
}

const take = (who: string, substituteId: string) =>
  call(linli, who, 'takeSubstitute', { communityId, substituteId })

async function holders(slotId: string): Promise<{ held: number; names: string[] }> {
  const [slot] = await linli.database.transaction((tx) =>
    tx.query<{ held: number; names: string[] }>(
      `SELECT held, ARRAY(SELECT r.open_id FROM place p JOIN resident r ON r.id = p.attendee_id
                          WHERE p.slot_id = slot.id AND p.cancelled_at IS NULL) AS names
       FROM slot WHERE id = $1`,
      [slotId],
    ),
  )
  return slot ?? { held: -1, names: [] }
}

const names = (count: number) => Array.from({ length: count }, (_, index) => `neighbour-${index}`)

it.each(['residents', 'visitors'])(
  'of twenty %s who take one link at once exactly one has it, and its holder no longer',
  async (whose) => {
    const takers = names(20)
    if (whose === 'residents') for (const name of takers) await community.resident(name)
    const { slotId, substituteId } = await passedOn()
    const answers = await Promise.all(takers.map((name) => take(name, substituteId)))
    const quickest = takers.filter((_, index) => answers[index]?.ok)
    expect(quickest).toHaveLength(1)
    for (const answer of answers)
      if (!answer.ok) expect(reasonOf(answer)).toEqual({ reason: 'substitute_gone' })
    expect(await holders(slotId)).toEqual({ held: 1, names: quickest })
  },
)

it('one who takes two links at the same time gets one of the posts', async () => {
  await community.resident('dong')
  await community.resident('li')
  const one = await passedOn()
  const published = await done(
    linli,
    'cadre',
    'publishCall',
    pictureBookClass(communityId, SATURDAY, [post()]),
  )
  const sessionId = published.sessionIds[0] ?? ''
  const slotId = (await done(linli, 'cadre', 'getSession', { communityId, sessionId })).slots[0]?.id
  const { bookingId } = await done(linli, 'dong', 'bookSlot', { communityId, slotId, party: self })
  const { substituteId } = await done(linli, 'dong', 'passOnPost', { communityId, bookingId })
  const answers = await Promise.all([take('li', one.substituteId), take('li', substituteId ?? '')])
  expect(answers.filter((answer) => answer.ok)).toHaveLength(1)
  for (const answer of answers) if (!answer.ok) expect(reasonOf(answer).reason).toBe('overlaps')
})

describe('ten times over', () => {
  const rounds = names(10).map((_, index) => index)

  it.each(rounds)('giving back and taking leave the post with one of them, or free (%#)', async (round) => {
    await community.resident('li')
    const { slotId, bookingId, substituteId } = await passedOn()
    const moves = [
      () => call(linli, 'chen', 'cancelBooking', { communityId, bookingId }),
      () => take('li', substituteId),
    ]
    const order = round % 2 === 0 ? moves : [...moves].reverse()
    const answers = await Promise.all(order.map((move) => move()))
    const [given, taken] = round % 2 === 0 ? answers : [...answers].reverse()
    expect([given?.ok, taken?.ok].filter(Boolean)).toHaveLength(1)
    expect(await holders(slotId)).toEqual(taken?.ok ? { held: 1, names: ['li'] } : { held: 0, names: [] })
  })

  it.each(rounds)('withdrawing and taking: one of them was first (%#)', async (round) => {
    await community.resident('li')
    const { slotId, substituteId } = await passedOn()
    const moves = [
      () => call(linli, 'chen', 'withdrawSubstitute', { communityId, substituteId }),
      () => take('li', substituteId),
    ]
    const answers = await Promise.all((round % 2 === 0 ? moves : [...moves].reverse()).map((move) => move()))
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1)
    const taken = answers[round % 2 === 0 ? 1 : 0]?.ok
    expect(await holders(slotId)).toEqual({ held: 1, names: [taken ? 'li' : 'chen'] })
  })

  it.each(rounds)('joining the line and taking: the post goes to one of the two (%#)', async (round) => {
    for (const name of ['li', 'zhao']) await community.resident(name)
    const { slotId, substituteId } = await passedOn()
    const moves = [
      () => call(linli, 'zhao', 'joinWaitlist', { communityId, slotId, party: self, usePoints: false }),
      () => take('li', substituteId),
    ]
    const answers = await Promise.all((round % 2 === 0 ? moves : [...moves].reverse()).map((move) => move()))
    const [joined, taken] = round % 2 === 0 ? answers : [...answers].reverse()
    expect(joined?.ok).toBe(true)
    // Who was in line when the link was taken has the post.
    expect(await holders(slotId)).toEqual({ held: 1, names: [taken?.ok ? 'li' : 'zhao'] })
    if (taken && !taken.ok) expect(reasonOf(taken)).toEqual({ reason: 'substitute_gone' })
  })

  it.each(rounds)('the family and a neighbour: the post goes to one of the two (%#)', async () => {
    for (const name of ['li', 'wang']) await community.resident(name)
    await moveInWith(linli, 'wang', 'chen')
    const { slotId, bookingId, substituteId } = await passedOn()
    const [over, taken] = await Promise.all([
      call(linli, 'wang', 'takeOverPost', { communityId, bookingId }),
      take('li', substituteId),
    ])
    expect([over.ok, taken.ok].filter(Boolean)).toHaveLength(1)
    expect(await holders(slotId)).toEqual({ held: 1, names: [over.ok ? 'wang' : 'li'] })
  })
})
