import type { ActionName } from '@/contract/actions'
import { CONSENT_VERSION } from '@/domain/child'
import { DAY, HOUR, MINUTE } from '@/domain/time'
import { brokenInvariants } from '../invariants'
import { pictureBookClass, post, seat } from './calls'
import { hands, iso } from './changes'
import { contentsOf } from './contents'
import { call, done, settle } from './deployment'
import { MONDAY, scene, self, SUNDAY, type Scene } from './draws'

let it_: Scene
let before: Record<string, string>

const contents = () => contentsOf(it_.linli.database)
const child = (childId: string) => ({ kind: 'child', childId })

/** How an action is answered: `ok`, the reason of a refusal, or the code of an error with its message. */
async function answerOf(who: string, action: ActionName, payload: object): Promise<string> {
  const answer = await call(it_.linli, who, action, payload)
  if (answer.ok) return 'ok'
  const { code, message, reason } = answer.error
  return reason?.reason ?? `${code} ${message}`
}

async function addChild(who: string, communityId: string): Promise<string> {
  const payload = { communityId, nickname: '小满', ageBand: '3-6', consentVersion: CONSENT_VERSION }
  return (await done(it_.linli, who, 'addChild', payload)).childId
}

async function end(): Promise<void> {
  expect(it_.linli.failures).toEqual([])
  expect(await brokenInvariants(it_.linli.database)).toEqual([])
  await it_.linli.close()
}

describe('a party or a call that cannot be', () => {
  let mine: string
  let theirs: string
  let farAway: string
  /** by what is asked of it: open, full, not open yet */
  let slots: Record<'bookSlot' | 'joinWaitlist' | 'remindMe', string>
  let dear: string

  beforeAll(async () => {
    it_ = await scene()
    const { linli, community, publish } = it_
    for (const who of ['wang', 'li', 'zhao']) await community.resident(who)
    const there = await settle(linli, '另一个社区')
    await there.resident('sun')
    mine = await addChild('wang', community.communityId)
    theirs = await addChild('li', community.communityId)
    farAway = await addChild('sun', there.communityId)
    const opensAt = iso(MONDAY + 3 * DAY)
    const slotOf = async (change: object, day: number) =>
      (await publish([seat({ ageBand: null, ...change })], SUNDAY + day * DAY)).slotId
    slots = {
      bookSlot: await slotOf({}, 0),
      joinWaitlist: await slotOf({ capacity: 1 }, 1),
      remindMe: await slotOf({ opensAt }, 2),
    }
    dear = await slotOf({ price: 200, opensAt }, 3)
    await hands(it_).book('zhao', slots.joinWaitlist)
    before = await contents()
  })
  afterEach(async () => expect(await contents()).toEqual(before))
  afterAll(end)

  const ask = (who: string, action: keyof typeof slots, party: object[]) => {
    const { communityId } = it_.community
    const usePoints = action === 'joinWaitlist' ? { usePoints: false } : {}
    return answerOf(who, action, { communityId, slotId: slots[action], party, ...usePoints })
  }
  const many = (count: number) =>
    Array.from({ length: count }, (_, index) => child(`aaaaaaaaaa${String(index).padStart(2, '0')}`))

  describe.each(['bookSlot', 'joinWaitlist', 'remindMe'] as const)('to %s', (action) => {
    it.each<[string, () => object[], RegExp]>([
      ['of 0', () => [], /^bad_input party: must name somebody/],
      ['of 13', () => many(13), /^bad_input party: must name at most 12/],
      ['of 51', () => many(51), /^bad_input party: must name at most 12/],
      [
        'with the same child twice',
        () => [child(mine), child(mine)],
        /^bad_input party: names somebody twice/,
      ],
      ['with oneself twice', () => [...self, ...self], /^bad_input party: names somebody twice/],
      ['with a child of another household', () => [child(theirs)], /^not_found .*child in this household/],
      ['with one of two from another household', () => [child(mine), child(theirs)], /^not_found .*child/],
      ['with a child of another community', () => [child(farAway)], /^not_found .*child/],
      ['with a child that does not exist', () => [child('zzzzzzzzzzzz')], /^not_found .*child/],
      ['with a child picked for a malformed id', () => [child("' OR 1=1")], /^bad_input party\.0\.childId/],
      ['with a neighbour', () => [{ kind: 'resident', residentId: theirs }], /^bad_input party\.0\.kind/],
    ])('%s', async (_, party, expected) => {
      expect(await ask('wang', action, party())).toMatch(expected)
    })

    it('of a visitor with a neighbour’s child, who does not join by it', async () => {
      expect(await ask('stranger', action, [child(theirs)])).toMatch(/^not_found .*child/)
    })
  })

  it('that costs more than the household has, and is told when it costs nothing', async () => {
    const { linli, community } = it_
    const payload = { communityId: community.communityId, slotId: dear, party: [...self, child(mine)] }
    expect(await call(linli, 'wang', 'bookSlot', payload)).toMatchObject({
      ok: false,
      error: {
        reason: { reason: 'not_open_yet', opensAt: MONDAY + 3 * DAY, price: 200, have: 0, need: 400 },
      },
    })
  })

  const opening = { price: 10, opensAt: iso(MONDAY + 2 * DAY) }
  it.each<[string, object, RegExp]>([
    ['a price of 0', seat({ ...opening, price: 0 }), /slots\.0\.price: must be at least 1/],
    ['a price of -1', seat({ ...opening, price: -1 }), /slots\.0\.price: must be at least 1/],
    ['a price of 1.5', seat({ ...opening, price: 1.5 }), /slots\.0\.price: must be a whole number/],
    ['a price above any balance', seat({ ...opening, price: 201 }), /slots\.0\.price: must be at most 200/],
    ['a share of 81', seat({ ...opening, share: 81 }), /slots\.0\.share: must be at most 80/],
    ['a share of -1', seat({ ...opening, share: -1 }), /slots\.0\.share: must be at least 0/],
    ['a share of 33.3', seat({ ...opening, share: 33.3 }), /slots\.0\.share: must be a whole number/],
    ['a share written as text', seat({ ...opening, share: '70' }), /slots\.0\.share/],
    ['a capacity of 0', seat({ capacity: 0 }), /slots\.0\.capacity: must be at least 1/],
    ['a capacity of -1', post({ capacity: -1 }), /slots\.0\.capacity: must be at least 1/],
    ['a capacity of 1.5', seat({ capacity: 1.5 }), /slots\.0\.capacity: must be a whole number/],
    ['a capacity of 1,001', seat({ capacity: 1_001 }), /slots\.0\.capacity: must be at most 1000/],
    ['a capacity of 100,000', seat({ capacity: 100_000 }), /slots\.0\.capacity: must be at most 1000/],
    [
      'a window that ends before it begins',
      seat({ ...opening, priorityOpensAt: iso(MONDAY + 2 * DAY + 1) }),
      /slots\.0\.opensAt: window_after_opening/,
    ],
    [
      'a window that ends as it begins',
      seat({ ...opening, priorityOpensAt: iso(MONDAY + 2 * DAY) }),
      /slots\.0\.opensAt: window_after_opening/,
    ],
    [
      'a window from now on that ended before',
      seat({ ...opening, opensAt: iso(MONDAY - 1) }),
      /slots\.0\.opensAt: window_after_opening/,
    ],
  ])('with %s', async (_, slot, expected) => {
    const payload = pictureBookClass(it_.community.communityId, SUNDAY, [slot])
    const answer = await answerOf('cadre', 'publishCall', payload)
    expect(answer).toMatch(/^bad_input /)
    expect(answer).toMatch(expected)
  })
})

describe('an offer or a link that is nobody’s any more, or somebody else’s', () => {
  const ids: Record<string, string> = {}
  let there: string

  /** Wang waits for a full slot; its holder gives it back so that Wang is offered it. */
  async function offerTo(who: string, startsAt: number, clock: number): Promise<void> {
    const { linli, publish, slotOf } = it_
    linli.clock.now = MONDAY
    const { sessionId, slotId } = await publish([seat({ ageBand: null, capacity: 1 })], startsAt)
    const do_ = hands(it_)
    const { bookingId } = await do_.book('zhao', slotId)
    await do_.join(who, slotId)
    linli.clock.now = clock
    await do_.give('zhao', bookingId)
    ids[`${iso(startsAt)} offer`] = (await slotOf(who, sessionId)).waitlist?.offer?.id ?? ''
  }
  const offerOf = (startsAt: number) => ids[`${iso(startsAt)} offer`] ?? ''

  /** A post that its holder, of the same name, passes on. */
  async function linkOf(holder: string, startsAt: number): Promise<void> {
    const { linli, community, publish } = it_
    const { communityId } = community
    await community.resident(holder)
    const { slotId } = await publish([post({ capacity: 1 })], startsAt)
    const { bookingId } = await hands(it_).book(holder, slotId)
    const { substituteId } = await done(linli, holder, 'passOnPost', { communityId, bookingId })
    Object.assign(ids, { [`${holder} link`]: substituteId, [`${holder} booking`]: bookingId })
  }

  const [LAPSED, USED, GIVEN, OPEN] = [SUNDAY, SUNDAY + 2 * HOUR, SUNDAY + 4 * HOUR, SUNDAY + 6 * HOUR]

  beforeAll(async () => {
    it_ = await scene()
    const { linli, community, tickAt } = it_
    const { communityId } = community
    for (const who of ['wang', 'li', 'zhao']) await community.resident(who)
    const other = await settle(linli, '另一个社区')
    await other.resident('sun')
    there = other.communityId
    const accept = (at: number) => done(linli, 'wang', 'acceptOffer', { communityId, offerId: offerOf(at) })
    const now = SUNDAY - 2 * HOUR
    await offerTo('wang', LAPSED, now - HOUR)
    await tickAt(now)
    for (const at of [USED, GIVEN, OPEN]) await offerTo('wang', at, now)
    await accept(USED)
    await hands(it_).give('wang', (await accept(GIVEN)).bookingId)

    const morrow = SUNDAY + DAY
    for (const holder of ['used', 'withdrawn', 'given', 'open']) await linkOf(holder, morrow)
    await linkOf('begun', now + MINUTE)
    const link = (holder: string) => ({ communityId, substituteId: ids[`${holder} link`] })
    await done(linli, 'li', 'takeSubstitute', link('used'))
    await done(linli, 'withdrawn', 'withdrawSubstitute', link('withdrawn'))
    await hands(it_).give('given', ids['given booking'] ?? '')
    linli.clock.now = now + 2 * MINUTE
    before = await contents()
  })
  afterEach(async () => expect(await contents()).toEqual(before))
  afterAll(end)

  it.each<[string, string, () => object, RegExp]>([
    ['lapsed', 'wang', () => ({ offerId: offerOf(LAPSED) }), /^offer_lapsed$/],
    ['used already, by who has the place', 'wang', () => ({ offerId: offerOf(USED) }), /^already_booked$/],
    ['used, and the place given back', 'wang', () => ({ offerId: offerOf(GIVEN) }), /^offer_lapsed$/],
    ['to another household', 'li', () => ({ offerId: offerOf(OPEN) }), /^not_found .*offer/],
    ['to a household here, by no resident', 'sun', () => ({ offerId: offerOf(OPEN) }), /^forbidden/],
    [
      'of another community',
      'sun',
      () => ({ communityId: there, offerId: offerOf(OPEN) }),
      /^not_found .*offer/,
    ],
    ['made up', 'wang', () => ({ offerId: 'zzzzzzzzzzzz' }), /^not_found .*offer/],
    ['malformed', 'wang', () => ({ offerId: '../..' }), /^bad_input offerId/],
  ])('an offer %s', async (_, who, change, expected) => {
    const { communityId } = it_.community
    expect(await answerOf(who, 'acceptOffer', { communityId, ...change() })).toMatch(expected)
  })

  it.each<[string, string, () => object, RegExp]>([
    ['used already', 'wang', () => ({ substituteId: ids['used link'] }), /^substitute_gone$/],
    [
      'used already, by a visitor',
      'stranger',
      () => ({ substituteId: ids['used link'] }),
      /^substitute_gone$/,
    ],
    ['used already, by who used it', 'li', () => ({ substituteId: ids['used link'] }), /^substitute_gone$/],
    ['withdrawn', 'wang', () => ({ substituteId: ids['withdrawn link'] }), /^substitute_gone$/],
    ['of a post given back', 'wang', () => ({ substituteId: ids['given link'] }), /^substitute_gone$/],
    ['lapsed with the start', 'wang', () => ({ substituteId: ids['begun link'] }), /^substitute_gone$/],
    [
      'of another community',
      'sun',
      () => ({ communityId: there, substituteId: ids['open link'] }),
      /^substitute_gone$/,
    ],
    ['of one’s own post', 'open', () => ({ substituteId: ids['open link'] }), /^own_post$/],
    ['made up', 'wang', () => ({ substituteId: 'zzzzzzzzzzzz' }), /^substitute_gone$/],
    ['malformed', 'wang', () => ({ substituteId: '../..' }), /^bad_input substituteId/],
  ])('a link %s', async (_, who, change, expected) => {
    const { communityId } = it_.community
    expect(await answerOf(who, 'takeSubstitute', { communityId, ...change() })).toMatch(expected)
  })

  it.each<[string, ActionName, () => object, RegExp]>([
    ['taken over', 'takeOverPost', () => ({ bookingId: ids['open booking'] }), /^not_found .*post/],
    ['passed on', 'passOnPost', () => ({ bookingId: ids['open booking'] }), /^not_found .*post/],
    ['called back', 'withdrawSubstitute', () => ({ substituteId: ids['open link'] }), /^not_found .*link/],
  ])('a post of another household that is to be %s', async (_, action, change, expected) => {
    const { communityId } = it_.community
    expect(await answerOf('li', action, { communityId, ...change() })).toMatch(expected)
  })
})
