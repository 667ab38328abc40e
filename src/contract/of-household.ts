import * as acceptInvitation from './accept-invitation'
import * as addChild from './add-child'
import * as confirmJoining from './confirm-joining'
import * as consentForChild from './consent-for-child'
import * as getHousehold from './get-household'
import * as listStamps from './list-stamps'
import * as getInvitation from './get-invitation'
import * as inviteToHousehold from './invite-to-household'
import * as leaveHousehold from './leave-household'
import * as setAddress from './set-address'
import * as setAgeBand from './set-age-band'
import * as setHoursOnly from './set-hours-only'
import * as withdrawConsent from './withdraw-consent'
import * as withdrawInvitation from './withdraw-invitation'

/** Actions about a household, who belongs to it, and its children. */
export const ofHousehold = {
  addChild,
  setAddress,
  getHousehold,
  listStamps,
  inviteToHousehold,
  getInvitation,
  acceptInvitation,
  withdrawInvitation,
  confirmJoining,
  consentForChild,
  withdrawConsent,
  setAgeBand,
  leaveHousehold,
  setHoursOnly,
}
