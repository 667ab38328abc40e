import { rosterPhase } from '@/domain/roster-phase'
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
