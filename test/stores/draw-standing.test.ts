import type { DrawView, SlotView } from '@/contract/session-view'
import type { BookingFacts } from '@/domain/booking'
import { HOUR } from '@/domain/time'
import { applicationStanding, beforeDraw } from '@/stores/draw-standing'
import { bookingFacts, NOW, slotTerms } from '../domain/facts'

const DRAW_AT = NOW + HOUR
const own = { id: 'application0', attendees: [], points: 20, won: null, passedOver: null }
const promised: DrawView = {
  ...{ seedHash: '', frozenAt: null, listHash: null, wantsNumber: false, publicNumber: null },
  ...{ applications: 0, own: null },
}
const terms = (change: object = {}) =>
  slotTerms({ allocation: 'draw', drawAt: DRAW_AT, opensAt: DRAW_AT, ...change }) as SlotView['terms']
const slot = (draw: Partial<DrawView> | null, change: object = {}) =>
  ({ terms: terms(change), draw: draw && { ...promised, ...draw } }) as SlotView
const facts = (part: Partial<BookingFacts> = {}): BookingFacts => ({
  ...bookingFacts({ terms: terms(), household: { canPay: 25 } }),
  ...part,
})

describe('before the draw', () => {
  it.each<[string, SlotView, number, unknown]>([
    ['nobody chosen has to be told anything yet', slot({}), NOW, null],
    [
      'who has applied reads when it is drawn',
      slot({ own }),
      NOW,
      { is: 'applied', drawAt: DRAW_AT, points: 20 },
    ],
    [
      'who has applied waits from the draw on',
      slot({ own, wantsNumber: true }),
      DRAW_AT,
      { is: 'drawing', applied: true, wantsNumber: true },
    ],
    ['who has not is too late', slot({}), DRAW_AT, { is: 'drawing', applied: false, wantsNumber: false }],
    [
      'a frozen list is closed though the phone’s clock is behind',
      slot({ own, frozenAt: DRAW_AT }),
      NOW,
      { is: 'drawing', applied: true, wantsNumber: false },
    ],
    ['a slot that was drawn is one like any other', slot({ own }, { drawnAt: DRAW_AT }), DRAW_AT, null],
    ['a slot that is not drawn too', slot(null, { allocation: 'booking', drawAt: null }), NOW, null],
  ])('%s', (_, view, now, expected) => {
    expect(beforeDraw(view, now)).toEqual(expected)
  })
})

describe('the people chosen for a draw', () => {
  it('may apply, and name so many points', () => {
    expect(applicationStanding(slot({}), facts(), [])).toEqual({
      is: 'draw_open',
      party: [],
      drawAt: DRAW_AT,
      canStake: 25,
    })
  })

  it('are refused what a booking is refused', () => {
    const suspension = { until: NOW + HOUR, cause: '多次未到' }
    const booker = { confirmed: true, suspension, pointsUsableFrom: 0, teamId: null }
    expect(applicationStanding(slot({}), facts({ booker }), [])).toMatchObject({
      is: 'refused',
      refusal: { reason: 'suspended' },
    })
  })

  it('are told nothing where nothing is drawn', () => {
    expect(applicationStanding(slot(null), facts(), [])).toBeNull()
    expect(applicationStanding(slot({}, { drawnAt: DRAW_AT }), facts(), [])).toBeNull()
  })
})
