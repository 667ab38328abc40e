import type { SessionView, SlotView } from '@/contract/session-view'
import { HOUR } from '@/domain/time'
import { ENDS, STARTS, slotTerms } from '../domain/facts'

export type Person = SessionView['people'][number]

export const parent: Person = {
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
export const child = (id: string, rest: Partial<Person> = {}): Person => ({
  ...parent,
  kind: 'child',
  id,
  name: id,
  ageBand: '3-6',
  ...rest,
})

export const slotOf = (terms: Partial<SlotView['terms']>, rest: Partial<SlotView> = {}): SlotView => ({
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
  waitingToPay: 0,
  waitlist: null,
  earning: [],
  reminder: null,
  draw: null,
  ...rest,
})

export const viewOf = (slots: SlotView[], people: Person[]): SessionView => ({
  community: { id: 'abcdef', name: '凤凰山社区' },
  activity: {
    id: 'a',
    kind: 'class',
    cover: 'book',
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
  cancelled: null,
  ...{ teams: [], forTeams: [], leader: null, company: null, thanks: null },
  member: null,
  booker: { confirmed: true, suspension: null, pointsUsableFrom: 0, teamId: null },
  people,
  going: 0,
  substitute: null,
})
