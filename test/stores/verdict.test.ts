import type { SessionView, SlotView } from '@/contract/session-view'
import { HOUR } from '@/domain/time'
import { candidates, fittingParty, standingOf } from '@/stores/verdict'
import { ENDS, NOW, STARTS, slotTerms } from '../domain/facts'

type Person = SessionView['people'][number]

const parent: Person = {
  kind: 'resident',
  id: 'lin',
  name: '林晓雯',
  confirmed: true,
  consented: true,
  ageBand: null,
  skills: [],
  elsewhere: [],
  pointsUsableFrom: 0,
}
const child = (id: string, rest: Partial<Person> = {}): Person => ({
  ...parent,
  kind: 'child',
  id,
  name: id,
  ageBand: '3-6',
  ...rest,
})

const slotOf = (terms: Partial<SlotView['terms']>, rest: Partial<SlotView> = {}): SlotView => ({
  id: 'seats',
  title: '孩子名额',
  points: 0,
  terms: slotTerms({ ageBand: '3-6', capacity: 3, ...terms }) as SlotView['terms'],
  places: { held: 0, heldByWindow: 0, waiting: [], waitlist: 0 },
  household: {
    canPay: 0,
    placesInSlot: 0,
    postsThatWeek: 0,
    absences: [],
    openBookings: 0,
    hadPlaceInActivity: false,
  },
  booked: [],
  bookings: [],
  waitlist: null,
  ...rest,
})

const viewOf = (slots: SlotView[], people: Person[]): SessionView => ({
  community: { id: 'abcdef', name: '凤凰山社区' },
  activity: {
    id: 'a',
    kind: 'class',
    title: '绘本课',
    description: '',
    bring: '',
    riskNote: '',
    insurance: '',
    contact: '',
  },
  session: {
    id: 's',
    title: '绘本课',
    startsAt: STARTS,
    endsAt: ENDS,
    place: '',
    cancelledAt: null,
    checkInOpensAt: STARTS - HOUR,
    closedAt: null,
  },
  slots,
  member: null,
  booker: { confirmed: true, suspension: null, pointsUsableFrom: 0 },
  people,
  going: 0,
})

const twins = [parent, child('小满'), child('小禾')]
const standing = (slot: SlotView, people = twins, chosen?: string[], others: SlotView[] = []) => {
  const view = viewOf([slot, ...others], people)
  return standingOf(view, slot, chosen ?? fittingParty(view, slot, NOW), NOW)
}

describe('who is ticked at first', () => {
  it.each<[string, Partial<SlotView['terms']>, Person[], string[]]>([
    ['all children of the age band', {}, [...twins, child('大宝', { ageBand: '10-12' })], ['小满', '小禾']],
    ['nobody without consent', {}, [parent, child('小满', { consented: false })], []],
    ['no more than the household may hold', { householdLimit: 1 }, twins, ['小满']],
    ['the resident alone where everybody may come', { ageBand: null }, twins, ['lin']],
    ['the resident for a post', { kind: 'post', ageBand: null }, twins, ['lin']],
  ])('%s', (_, terms, people, ids) => {
    const slot = slotOf(terms)
    expect(fittingParty(viewOf([slot], people), slot, NOW)).toEqual(ids)
  })

  it('leaves adults out of places for children', () => {
    const slot = slotOf({})
    expect(candidates(viewOf([slot], twins), slot).map((it) => it.id)).toEqual(['小满', '小禾'])
  })
})

describe('the next step', () => {
  it('books siblings together while both fit, one while one place is left, and waits after that', () => {
    const held = (count: number) =>
      slotOf({}, { places: { held: count, heldByWindow: 0, waiting: [], waitlist: 2 } })
    expect(standing(held(1))).toMatchObject({ is: 'bookable', party: [{ name: '小满' }, { name: '小禾' }] })
    expect(standing(held(2))).toMatchObject({ is: 'fewer', party: [{ name: '小满' }], of: 2 })
    expect(standing(held(3))).toMatchObject({ is: 'waitable', ahead: 2 })
  })

  it('is held once everybody who fits is booked, and speaks of the rest while somebody is not', () => {
    expect(standing(slotOf({}, { booked: ['小满', '小禾'] }))).toEqual({ is: 'held', kind: 'seat' })
    expect(standing(slotOf({}, { booked: ['小满'] }))).toMatchObject({
      is: 'bookable',
      party: [{ name: '小禾' }],
    })
  })

  it('knows that a resident cannot stand at two gates of the same session', () => {
    const east = slotOf({ kind: 'post', ageBand: null }, { id: 'east', booked: ['lin'] })
    const west = slotOf({ kind: 'post', ageBand: null }, { id: 'west' })
    expect(standing(west, [parent], ['lin'], [east])).toMatchObject({ refusal: { reason: 'overlaps' } })
  })

  it('takes an offer while it stands, and is back in line when it has lapsed', () => {
    const entry = (until: number) =>
      slotOf(
        {},
        {
          waitlist: {
            attendees: [{ id: '小满', name: '小满' }],
            kind: 'seat',
            position: 1,
            offer: { id: 'o', until },
          } as never,
        },
      )
    expect(standing(entry(NOW + 1), [parent, child('小满')])).toMatchObject({ is: 'offered' })
    expect(standing(entry(NOW), [parent, child('小满')])).toEqual({ is: 'waiting', position: 1 })
  })

  it('asks for a child where there is none of that age', () => {
    expect(standing(slotOf({}), [parent])).toEqual({ is: 'no_child', band: '3-6', hasOthers: false })
    const older = [parent, child('大宝', { ageBand: '10-12' })]
    expect(standing(slotOf({}), older)).toEqual({ is: 'no_child', band: '3-6', hasOthers: true })
  })
})
