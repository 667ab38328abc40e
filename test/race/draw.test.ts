import { tick } from '@/cloud/tick'
import { checkRecord, type DrawRecord } from '@/domain/draw-record'
import { call, done, reasonOf } from '../cloud/deployment'
import { drawn, FRIDAY, neighbours, NEXT_FRIDAY, scene, self, SUNDAY, type Scene } from '../cloud/draws'
import { brokenInvariants } from '../invariants'

let neighbourhood: Scene
beforeEach(async () => {
  neighbourhood = await scene(16)
})
afterEach(async () => {
  expect(neighbourhood.linli.failures).toEqual([])
  expect(await brokenInvariants(neighbourhood.linli.database)).toEqual([])
  await neighbourhood.linli.close()
})

const names = neighbours(20)
const ticks = (count: number) =>
  Promise.all(Array.from({ length: count }, () => tick(neighbourhood.linli, neighbourhood.linli.clock.now)))
const checked = async (slotId: string) => checkRecord((await neighbourhood.record(slotId)) as DrawRecord)

describe('at the same moment', () => {
  it('ten ticks hold one draw', async () => {
    const { linli, community } = neighbourhood
    for (const name of names) await community.resident(name)
    const { sessionId, slotId } = await neighbourhood.publish([drawn({ capacity: 6 })])
    await Promise.all(names.map((name) => neighbourhood.apply(name, slotId)))
    linli.clock.now = FRIDAY
    await ticks(10)
    const { places } = await neighbourhood.slotOf('chief', sessionId)
    expect(places).toMatchObject({ held: 6, waitlist: 14 })
    expect(await checked(slotId)).toEqual({ seed: true, list: true, result: true })
    const told = await linli.database.transaction((tx) =>
      tx.query<{ kind: string; times: number }>(
        'SELECT kind, count(*) AS times FROM notice GROUP BY kind ORDER BY kind',
      ),
    )
    expect(told).toEqual([
      { kind: 'draw_waiting', times: 14 },
      { kind: 'draw_won', times: 6 },
    ])
  })

  it('of two cadres who enter a number one draws, whatever ticks meanwhile', async () => {
    const { linli, community } = neighbourhood
    for (const name of names) await community.resident(name)
    const { sessionId, slotId } = await neighbourhood.publish([drawn({ capacity: 6, publicNumber: true })])
    await Promise.all(names.map((name) => neighbourhood.apply(name, slotId)))
    await neighbourhood.tickAt(FRIDAY)
    const numbers = ['123', '456', '789']
    const [answers] = await Promise.all([
      Promise.all(numbers.map((number) => neighbourhood.enter(slotId, number))),
      ticks(4),
    ])
    const entered = answers.map((answer) => (answer as { ok: boolean }).ok)
    expect(entered.filter(Boolean)).toHaveLength(1)
    const record = await neighbourhood.record(slotId)
    expect(record.publicNumber).toBe(numbers[entered.indexOf(true)])
    expect(await checked(slotId)).toEqual({ seed: true, list: true, result: true })
    expect((await neighbourhood.slotOf('chief', sessionId)).places.held).toBe(6)
    expect(linli.failures).toEqual([])
  })

  it('who applies as the list is frozen is on it, or is refused', async () => {
    const { linli } = neighbourhood
    const { slotId } = await neighbourhood.publish([drawn({ capacity: 6 })])
    linli.clock.now = FRIDAY - 1
    // The tick's clock runs a moment ahead of those who apply.
    const [answers] = await Promise.all([
      Promise.all(names.map((name) => neighbourhood.apply(name, slotId))),
      tick(linli, FRIDAY),
    ])
    const taken = answers.filter((answer) => answer.ok)
    for (const answer of answers) if (!answer.ok) expect(reasonOf(answer).reason).toBe('draw_closed')
    expect((await neighbourhood.record(slotId)).applications).toHaveLength(taken.length)
    expect(await checked(slotId)).toEqual({ seed: true, list: true, result: true })
  })

  it('one household applies once, and sends it twenty times', async () => {
    const { linli, community } = neighbourhood
    await community.resident('wang')
    const { sessionId, slotId } = await neighbourhood.publish([drawn()])
    const payload = { communityId: community.communityId, slotId, party: self, points: 0 }
    const send = (requestId?: string) => call(linli, 'wang', 'applyForDraw', payload, requestId)
    const answers = await Promise.all(names.map(() => send('the-same-request')))
    expect(new Set(answers.map((answer) => (answer.ok ? answer.data.applicationId : 'refused'))).size).toBe(1)
    expect(reasonOf(await send()).reason).toBe('already_applied')
    expect((await neighbourhood.slotOf('wang', sessionId)).draw?.applications).toBe(1)
  })

  it('two draws do not give one household two places at the same time, nor spend its points twice', async () => {
    const { linli, community } = neighbourhood
    await community.resident('wang')
    await neighbourhood.earn(['wang'], 40)
    const at = new Date(NEXT_FRIDAY).toISOString()
    const classes = [
      await neighbourhood.publish([drawn({ capacity: 1, drawAt: at })]),
      await neighbourhood.publish([drawn({ capacity: 1, drawAt: at })]),
      await neighbourhood.publish([drawn({ capacity: 1, drawAt: at })], SUNDAY + 5 * 3_600_000),
    ]
    for (const { slotId } of classes) await neighbourhood.apply('wang', slotId, 40)
    linli.clock.now = NEXT_FRIDAY
    await ticks(4)
    const slots = await Promise.all(classes.map(({ sessionId }) => neighbourhood.slotOf('wang', sessionId)))
    expect(slots.slice(0, 2).filter((slot) => slot.booked.length > 0)).toHaveLength(1)
    const { communityId } = community
    expect(await done(linli, 'wang', 'getStatement', { communityId })).toMatchObject({ balance: 0 })
    for (const { slotId } of classes) expect((await checked(slotId)).result).toBe(true)
  })
})
