import type { MemberHandler } from '../handler'
import { readRoster } from '../views/roster-view'

export const getRoster: MemberHandler<'getRoster'> = ({ tx, resident }, { sessionId }) =>
  readRoster(tx, resident, sessionId, false)
