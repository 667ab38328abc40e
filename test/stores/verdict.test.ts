import type { SlotView } from '@/contract/session-view'
import { HOUR, MINUTE } from '@/domain/time'
import { chosenFor, currentSlot } from '@/stores/slot-choice'
import { candidates, fittingParty, standingOf } from '@/stores/verdict'
import { ENDS, NOW, STARTS } from '../domain/facts'
import { child, parent, slotOf, viewOf, type Person } from './views'

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

  it('is a reminder before it opens, which stands once it is set, until the last ten minutes', () => {
    const opensAt = NOW + 10 * MINUTE + 1
    const to = { opensAt, newcomersUntil: null }
    expect(standing(slotOf(to))).toMatchObject({ is: 'remindable', at: opensAt, party: { length: 2 } })
    expect(standing(slotOf(to, { reminder: { at: opensAt } }))).toMatchObject({ is: 'reminded', at: opensAt })
    const earlier = slotOf(to, { reminder: { at: opensAt + HOUR } })
    expect(standing(earlier)).toMatchObject({ is: 'remindable', at: opensAt })
    expect(standing(slotOf({ opensAt: opensAt - 1 }))).toMatchObject({ is: 'refused' })
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
            withPoints: null,
            offer: { id: 'o', until },
          } as never,
        },
      )
    expect(standing(entry(NOW + 1), [parent, child('小满')])).toMatchObject({ is: 'offered' })
    expect(standing(entry(NOW), [parent, child('小满')])).toMatchObject({ is: 'waiting', position: 1 })
  })

  it('asks for a child where there is none of that age', () => {
    expect(standing(slotOf({}), [parent])).toEqual({
      is: 'no_child',
      band: '3-6',
      hasOthers: false,
      then: 'book',
    })
    const older = [parent, child('大宝', { ageBand: '10-12' })]
    expect(standing(slotOf({}), older)).toEqual({
      is: 'no_child',
      band: '3-6',
      hasOthers: true,
      then: 'book',
    })
  })
})

describe('the slot spoken about at first', () => {
  const seats = slotOf({})
  const post = slotOf({ kind: 'post', ageBand: null }, { id: 'post' })
  const older = child('大宝', { ageBand: '10-12' })
  it.each<[string, Person[], SlotView[], string]>([
    ['the class, for a parent whose child fits', twins, [post, seats], 'seats'],
    ['the class, even when no child of the household fits', [parent, older], [post, seats], 'seats'],
    ['the post, for a neighbour without children', [parent], [seats, post], 'post'],
    [
      'a post that is held, before a class for the child',
      twins,
      [seats, { ...post, booked: ['lin'] }],
      'post',
    ],
  ])('is %s', (_, people, slots, id) => {
    expect(currentSlot(viewOf(slots, people), null, NOW)?.id).toBe(id)
  })

  it('is the post outside classes, when no child of the household fits', () => {
    const view = viewOf([seats, post], [parent, older])
    const cleanUp = { ...view, activity: { ...view.activity, kind: 'clean_up' as const } }
    expect(currentSlot(cleanUp, null, NOW)?.id).toBe('post')
  })
})

describe('who gave a place up', () => {
  it('is not ticked again beside a sibling who keeps theirs, and is once nobody of them has one', () => {
    const beside = slotOf({}, { booked: ['小禾'] })
    expect(chosenFor({}, ['小满'], viewOf([beside], twins), beside, NOW)).toEqual([])
    const empty = slotOf({})
    expect(chosenFor({}, ['小满'], viewOf([empty], twins), empty, NOW)).toEqual(['小满', '小禾'])
  })
})

describe('on the day', () => {
  type Attendee = SlotView['bookings'][number]['attendees'][number]
  const held = (kind: 'post' | 'seat', attendee: Partial<Attendee> = {}) =>
    slotOf(
      { kind, ageBand: null },
      {
        points: kind === 'post' ? 10 : 0,
        booked: ['lin'],
        bookings: [
          { attendees: [{ id: 'lin', name: '', checkedInAt: null, outcome: null, ...attendee }] },
        ] as never,
      },
    )
  const at = (now: number, slot: SlotView) => standingOf(viewOf([slot], [parent]), slot, [], now)

  it.each<[string, number, SlotView, object]>([
    ['is held until check-in opens', STARTS - HOUR - 1, held('post'), { is: 'held', kind: 'post' }],
    ['checks in from then on', STARTS - HOUR, held('post'), { is: 'check_in' }],
    ['checks in until the end', ENDS - 1, held('post'), { is: 'check_in' }],
    ['is over from the end on', ENDS, held('post'), { is: 'over', held: true }],
    ['waits for the leader', STARTS, held('post', { checkedInAt: STARTS }), { is: 'checked_in' }],
    ['waits after the end too', ENDS, held('post', { checkedInAt: STARTS }), { is: 'checked_in' }],
    ['has come, and earned', ENDS, held('post', { outcome: 'present' }), { is: 'came', points: 10 }],
    ['has not come', ENDS, held('post', { outcome: 'absent' }), { is: 'absent' }],
    ['keeps a seat that the leader will call', STARTS, held('seat'), { is: 'held', kind: 'seat' }],
    ['is too late for others', STARTS, slotOf({}), { is: 'refused' }],
    ['is over for others', ENDS, slotOf({}), { is: 'over', held: false }],
  ])('%s', (_, now, slot, expected) => {
    expect(at(now, slot)).toMatchObject(expected)
  })
})

it('promises a child that is yet to be added a place in line only, where the class is full', () => {
  const full = slotOf({}, { places: { held: 3, heldByWindow: 0, waiting: [], waitlist: 0 } })
  expect(standing(full, [parent])).toMatchObject({ is: 'no_child', then: 'wait' })
  expect(standing(slotOf({ opensAt: NOW + HOUR }), [parent])).toMatchObject({ then: 'nothing' })
})
