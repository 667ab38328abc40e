import { rosterPhase, whyNotOnTheSpot } from '@/domain/roster-phase'
import { HOUR } from '@/domain/time'

const opensAt = 100 * HOUR
const session = { checkInOpensAt: opensAt, endsAt: opensAt + 2 * HOUR, closedAt: null, cancelledAt: null }

it.each([
  ['a moment before check-in opens', opensAt - 1, {}, 'before'],
  ['when check-in opens', opensAt, {}, 'check_in'],
  ['a moment before the end', opensAt + 2 * HOUR - 1, {}, 'check_in'],
  ['at the end', opensAt + 2 * HOUR, {}, 'closing'],
  ['once the books are closed', opensAt + 3 * HOUR, { closedAt: opensAt + 3 * HOUR }, 'closed'],
  ['when it was cancelled', opensAt, { cancelledAt: 1 }, 'closed'],
] as const)('%s', (_, now, part, phase) => {
  expect(rosterPhase({ ...session, ...part }, now)).toBe(phase)
})

describe('what may be done on the spot', () => {
  const end = opensAt + 2 * HOUR
  const books = { startsAt: opensAt + HOUR, endsAt: end, closedAt: null, cancelledAt: null }
  it.each([
    ['no check-in a moment before it opens', 'check_in', opensAt - 1, {}, 'check_in_not_open'],
    ['a check-in when it opens', 'check_in', opensAt, {}, undefined],
    ['a check-in a moment before the end', 'check_in', end - 1, {}, undefined],
    ['no check-in at the end', 'check_in', end, {}, 'check_in_over'],
    ['a check-out at the end', 'check_out', end, {}, undefined],
    ['a check-out a moment less than an hour after it', 'check_out', end + HOUR - 1, {}, undefined],
    ['no check-out from then on', 'check_out', end + HOUR, {}, 'check_in_over'],
    ['a mark days later', 'mark', end + 48 * HOUR, {}, undefined],
    ['no mark once the books are closed', 'mark', end, { closedAt: end }, 'check_in_over'],
    ['nothing when it was cancelled', 'mark', opensAt, { cancelledAt: 1 }, 'check_in_not_open'],
  ] as const)('%s', (_, what, now, part, reason) => {
    expect(whyNotOnTheSpot({ ...books, ...part }, what, now)?.reason).toBe(reason)
  })
})
