import fc from 'fast-check'
import { correctMovement } from '@/cloud/correct-movement'
import { tick } from '@/cloud/tick'
import { DAY, HOUR } from '@/domain/time'
import { pictureBookClass, post, seat } from '../cloud/calls'
import { call, deploy, done, settle, type Neighbourhood, type TestDeployment } from '../cloud/deployment'
import { brokenInvariants } from '../invariants'

const START = Date.UTC(2026, 2, 2, 1)
const PEOPLE = ['one', 'two', 'three']

let linli: TestDeployment
beforeAll(async () => {
  linli = await deploy(START)
})
afterAll(async () => {
  expect(linli.failures).toEqual([])
  await linli.close()
})

type Step =
  /** a session in which some serve, each confirmed by `taps` at once */
  | { is: 'serve'; points: number; absent: number; taps: number }
  | { is: 'pay'; who: number; price: number; cancels: boolean }
  | { is: 'correct'; which: number; to: number; times: number }
  | { is: 'wait'; days: number; ticks: number }

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    is: fc.constant('serve' as const),
    points: fc.integer({ min: 1, max: 10 }),
    absent: fc.integer({ min: 0, max: 7 }),
    taps: fc.integer({ min: 1, max: 3 }),
  }),
  fc.record({
    is: fc.constant('pay' as const),
    who: fc.nat({ max: PEOPLE.length - 1 }),
    price: fc.integer({ min: 1, max: 12 }),
    cancels: fc.boolean(),
  }),
  fc.record({
    is: fc.constant('correct' as const),
    which: fc.nat(),
    to: fc.integer({ min: 0, max: 30 }),
    times: fc.integer({ min: 1, max: 3 }),
  }),
  fc.record({
    is: fc.constant('wait' as const),
    days: fc.integer({ min: 1, max: 200 }),
    ticks: fc.integer({ min: 1, max: 3 }),
  }),
)

const times = <T>(count: number, act: () => Promise<T>) => Promise.all(Array.from({ length: count }, act))

/** One community, in which all of it happens. */
class Life {
  private constructor(private readonly community: Neighbourhood) {}

  static async begin(): Promise<Life> {
    linli.clock.now = START
    const life = new Life(await settle(linli))
    for (const who of PEOPLE) await life.community.resident(who)
    return life
  }

  async play(next: Step): Promise<void> {
    switch (next.is) {
      case 'serve':
        return this.serve(next)
      case 'pay':
        return this.pay(next)
      case 'correct':
        return this.correct(next)
      case 'wait':
        linli.clock.now += next.days * DAY
        await times(next.ticks, () => tick(linli, linli.clock.now))
    }
  }

  private get communityId() {
    return this.community.communityId
  }

  private async publish(slot: object, startsAt: number) {
    const { communityId } = this
    const call = pictureBookClass(communityId, startsAt, [slot])
    const sessionId = (await done(linli, 'cadre', 'publishCall', call)).sessionIds[0] ?? ''
    const view = await done(linli, 'cadre', 'getSession', { communityId, sessionId })
    return { sessionId, slotId: view.slots[0]?.id ?? '' }
  }

  private async serve({ points, absent, taps }: Extract<Step, { is: 'serve' }>): Promise<void> {
    const { communityId } = this
    const startsAt = linli.clock.now + DAY
    const { sessionId, slotId } = await this.publish(post({ points, capacity: 3 }), startsAt)
    const party = [{ kind: 'self' }]
    for (const who of PEOPLE) await call(linli, who, 'bookSlot', { communityId, slotId, party })
    linli.clock.now = startsAt
    const { code } = await done(linli, 'cadre', 'getCheckInCode', { communityId, sessionId })
    for (const [at, who] of PEOPLE.entries())
      if (((absent >> at) & 1) === 0) await call(linli, who, 'checkIn', { communityId, sessionId, code })
    linli.clock.now = startsAt + HOUR
    const closing = { communityId, sessionId, headCount: 3, absent: [] }
    await times(taps, () => done(linli, 'cadre', 'confirmSession', closing))
  }

  private async pay({ who, price, cancels }: Extract<Step, { is: 'pay' }>): Promise<void> {
    const { communityId } = this
    const opensAt = new Date(linli.clock.now + DAY).toISOString()
    const slot = seat({ ageBand: null, price, opensAt })
    const { slotId } = await this.publish(slot, linli.clock.now + 2 * DAY)
    const person = PEOPLE[who] ?? ''
    const payload = { communityId, slotId, party: [{ kind: 'self' }] }
    const booked = await call(linli, person, 'bookSlot', payload)
    if (!booked.ok || !cancels) return
    await done(linli, person, 'cancelBooking', { communityId, bookingId: booked.data.bookingId })
  }

  private async correct({ which, to, times: count }: Extract<Step, { is: 'correct' }>): Promise<void> {
    const { communityId } = this
    const movements = await linli.database.transaction((tx) =>
      tx.query<{ id: string }>(
        'SELECT id FROM points_movement WHERE community_id = $1 ORDER BY created_at, id',
        [communityId],
      ),
    )
    const movementId = movements[which % Math.max(1, movements.length)]?.id
    if (movementId === undefined) return
    const { now } = linli.clock
    await times(count, () =>
      linli.database.transaction((tx) => correctMovement(tx, { communityId, movementId, to, now })),
    )
  }
}

it('adds up after whatever happened: nothing negative, nothing paid twice, every chain whole', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 8, maxLength: 20 }), async (steps) => {
      const life = await Life.begin()
      for (const next of steps) await life.play(next)
      expect(await brokenInvariants(linli.database)).toEqual([])
    }),
    { numRuns: Number(process.env.LINLI_LEDGER_RUNS ?? 8), seed: 2026, endOnFailure: true },
  )
}, 300_000)
