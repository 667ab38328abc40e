import type { MemberHandler } from '../handler'
import { readRoster } from '../views/roster-view'

export const getRoster: MemberHandler<'getRoster'> = ({ tx, resident, now }, { sessionId }) =>
  readRoster(tx, resident, sessionId, { revealed: 'by_roll_call', now })
