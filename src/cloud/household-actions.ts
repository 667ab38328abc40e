import type { ofHousehold } from '@/contract/of-household'
import type { ActionRow } from './handler'
import { acceptInvitation } from './handlers/accept-invitation'
import { addChild } from './handlers/add-child'
import { confirmJoining } from './handlers/confirm-joining'
import { consentForChild } from './handlers/consent-for-child'
import { listStamps } from './handlers/list-stamps'
import { getHousehold } from './handlers/get-household'
import { getInvitation } from './handlers/get-invitation'
import { inviteToHousehold } from './handlers/invite-to-household'
import { leaveHousehold } from './handlers/leave-household'
import { setAddress } from './handlers/set-address'
import { setAgeBand } from './handlers/set-age-band'
import { setHoursOnly } from './handlers/set-hours-only'
import { withdrawConsent } from './handlers/withdraw-consent'
import { withdrawInvitation } from './handlers/withdraw-invitation'

/** Who may do what about a household; whether it takes a guardian, the handler knows. */
export const householdActions: { [A in keyof typeof ofHousehold]: ActionRow<A> } = {
  addChild: { access: 'resident', writes: true, handler: addChild },
  setAddress: { access: 'resident', writes: true, handler: setAddress },
  listStamps: { access: 'resident', writes: false, handler: listStamps },
  getHousehold: { access: 'resident', writes: false, handler: getHousehold },
  inviteToHousehold: { access: 'resident', writes: true, handler: inviteToHousehold },
  getInvitation: { access: 'visitor', writes: false, handler: getInvitation },
  acceptInvitation: { access: 'resident', writes: true, handler: acceptInvitation },
  withdrawInvitation: { access: 'resident', writes: true, handler: withdrawInvitation },
  confirmJoining: { access: 'resident', writes: true, handler: confirmJoining },
  consentForChild: { access: 'resident', writes: true, handler: consentForChild },
  withdrawConsent: { access: 'resident', writes: true, handler: withdrawConsent },
  setAgeBand: { access: 'resident', writes: true, handler: setAgeBand },
  setHoursOnly: { access: 'resident', writes: true, handler: setHoursOnly },
  leaveHousehold: { access: 'resident', writes: true, handler: leaveHousehold },
}
