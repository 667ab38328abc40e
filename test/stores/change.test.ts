import { call } from '@/api/call'
import type { Roster } from '@/contract/get-roster'
import { following, formFor, movesSession, startingAt, type SeenSession } from '@/stores/change-form'
import { useChange } from '@/stores/change'

jest.mock('@/api/call')
const sent = jest.mocked(call)

const seen: SeenSession = {
  version: 1,
  startsAt: 1000,
  endsAt: 2000,
  place: '图书室',
  capacities: { a: 20, b: 2 },
}
const now: SeenSession = {
  version: 2,
  startsAt: 5000,
  endsAt: 7000,
  place: '河边',
  capacities: { a: 25, b: 2 },
}

describe('what a cadre has typed', () => {
  const typed = (part: object) => following({ ...formFor(seen), ...part }, seen, now)

  it('follows a colleague’s change where nothing was typed', () => {
    expect(typed({})).toEqual({ ...formFor(now) })
  })

  it('stays where something was, and the rest follows', () => {
    expect(typed({ place: '广场' })).toEqual({ ...formFor(now), place: '广场' })
    expect(typed({ capacities: { a: 12, b: 2 } }).capacities).toEqual({ a: 12, b: 2 })
  })

  it('keeps its whole time when only the end was typed', () => {
    expect(typed({ endsAt: 2500 })).toMatchObject({ startsAt: 1000, endsAt: 2500 })
  })
})

it.each<[string, object, boolean]>([
  ['as it was seen', {}, false],
  ['with a blank behind the place', { place: '图书室 ' }, false],
  ['with another place', { place: '河边' }, true],
  ['a millisecond longer', { endsAt: 2001 }, true],
  ['with another number of places alone', { capacities: { a: 1, b: 2 } }, false],
])('a session %s moves or does not', (_, part, moves) => {
  expect(movesSession({ ...formFor(seen), ...part }, seen)).toBe(moves)
})

it('is as long as before when it starts at another time', () => {
  expect(startingAt(formFor(seen), 4000)).toMatchObject({ startsAt: 4000, endsAt: 5000 })
})

describe('on the page', () => {
  const roster: Roster = {
    session: {
      ...{ id: 's', callId: 'c', title: '绘本课', startsAt: 1000, endsAt: 2000, place: '图书室', version: 1 },
      ...{ cancelledAt: null, checkInOpensAt: 0, closedAt: null, reopenedAt: null },
    },
    revealed: false,
    namesUntil: null,
    leads: false,
    leader: null,
    toCall: [],
    slots: [
      {
        id: 'a',
        kind: 'seat',
        title: '名额',
        capacity: 20,
        points: 0,
        rows: [],
        waitlist: 0,
        waiting: [],
        draw: null,
      },
    ],
    walkIns: 0,
  }
  const answer = (capacity: number) => ({
    ...{ version: 1, capacity, ofWindow: 0, given: 0 },
    released: { parties: 20 - capacity, places: 20 - capacity, points: 0, offers: 0 },
  })
  const store = () => useChange.getState()

  beforeEach(async () => {
    sent.mockReset()
    sent.mockResolvedValueOnce({ ok: true, data: roster, now: 1 } as never)
    await store().open('c', 's')
  })

  it('asks what another number would do, and shows the answer to the last one only', async () => {
    const answers: ((data: unknown) => void)[] = []
    sent.mockImplementation(
      () => new Promise((resolve) => answers.push((data) => resolve({ ok: true, data, now: 1 } as never))),
    )
    const asked = [store().resize('a', 19), store().resize('a', 12)]
    answers[1]?.(answer(12))
    answers[0]?.(answer(19))
    await Promise.all(asked)
    expect(store().would.a?.capacity).toBe(12)
    expect(sent.mock.calls.at(-1)?.[1]).toMatchObject({ slotId: 'a', version: 1, capacity: 12, dryRun: true })
  })

  it('asks nothing when the number is what it was', async () => {
    sent.mockResolvedValue({ ok: true, data: answer(19), now: 1 } as never)
    await store().resize('a', 19)
    await store().resize('a', 20)
    expect(sent).toHaveBeenCalledTimes(2)
    expect(store().would).toEqual({})
  })

  it('shows what a colleague changed meanwhile, loses nothing typed, and then sends the new version', async () => {
    store().write({ place: '广场' })
    const reason = {
      ...{ reason: 'changed_meanwhile', version: 2, startsAt: 5000, endsAt: 6000, place: '河边' },
      slots: [{ id: 'a', capacity: 25 }],
    }
    const error = { code: 'refused', message: '', reason }
    sent.mockResolvedValueOnce({ ok: false, error, now: 1 } as never)
    await store().saveSession()
    expect(store().before).toMatchObject({ version: 1, place: '图书室' })
    expect(store().form).toMatchObject({ startsAt: 5000, place: '广场', capacities: { a: 25 } })
    sent.mockResolvedValue({ ok: false, error: { code: 'unreachable' }, now: null })
    await store().saveSession()
    expect(sent.mock.calls.at(-1)?.[1]).toMatchObject({ version: 2, startsAt: 5000, place: '广场' })
    expect(store().form?.place).toBe('广场')
  })
})
