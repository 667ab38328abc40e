import type { ActionName } from '@/contract/actions'
import {
  textOfCall,
  textOfCallChange,
  textOfChange,
  textOfHeld,
  textOfNote,
  textOfTeam,
} from './checked-texts'
import type { ActionRow } from './handler'
import { acceptOffer } from './handlers/accept-offer'
import { applyForDraw } from './handlers/apply-for-draw'
import { bookSlot } from './handlers/book-slot'
import { getMyData } from './handlers/get-my-data'
import { listMyData } from './handlers/list-my-data'
import { exportMyData } from './handlers/export-my-data'
import { setPhone } from './handlers/set-phone'
import { revealPhone } from './handlers/reveal-phone'
import { deleteAccount } from './handlers/delete-account'
import { cancelBooking } from './handlers/cancel-booking'
import { cancelReminder } from './handlers/cancel-reminder'
import { cancelSession } from './handlers/cancel-session'
import { changeCall } from './handlers/change-call'
import { changeSession } from './handlers/change-session'
import { changeSlot } from './handlers/change-slot'
import { changeWaitlist } from './handlers/change-waitlist'
import { checkIn } from './handlers/check-in'
import { checkOut } from './handlers/check-out'
import { confirmResident } from './handlers/confirm-resident'
import { confirmSession } from './handlers/confirm-session'
import { getCall } from './handlers/get-call'
import { getCheckInCode } from './handlers/get-check-in-code'
import { enterDrawNumber } from './handlers/enter-draw-number'
import { enterPaper } from './handlers/enter-paper'
import { evaluateService } from './handlers/evaluate-service'
import { exportAudit } from './handlers/export-audit'
import { exportFigures } from './handlers/export-figures'
import { exportHonours } from './handlers/export-honours'
import { exportRoster } from './handlers/export-roster'
import { exportServiceRecords } from './handlers/export-service-records'
import { getDrawRecord } from './handlers/get-draw-record'
import { getFigures } from './handlers/get-figures'
import { getFillBoard } from './handlers/get-fill-board'
import { getHome } from './handlers/get-home'
import { getMessageTemplates } from './handlers/get-message-templates'
import { getRoster } from './handlers/get-roster'
import { getServiceSummary } from './handlers/get-service-summary'
import { getSession } from './handlers/get-session'
import { getStatement } from './handlers/get-statement'
import { joinCommunity } from './handlers/join-community'
import { joinWaitlist } from './handlers/join-waitlist'
import { leaveWaitlist } from './handlers/leave-waitlist'
import { listAudit } from './handlers/list-audit'
import { listCalls } from './handlers/list-calls'
import { listCommunities } from './handlers/list-communities'
import { listHolidays } from './handlers/list-holidays'
import { listHonours } from './handlers/list-honours'
import { listTeamHonours } from './handlers/list-team-honours'
import { listMyBookings } from './handlers/list-my-bookings'
import { listNotices } from './handlers/list-notices'
import { listPastCalls } from './handlers/list-past-calls'
import { listResidents } from './handlers/list-residents'
import { listServiceRecords } from './handlers/list-service-records'
import { listGrids } from './handlers/list-grids'
import { listSessions } from './handlers/list-sessions'
import { markLeft } from './handlers/mark-left'
import { markPresent } from './handlers/mark-present'
import { openShare } from './handlers/open-share'
import { passOnPost } from './handlers/pass-on-post'
import { markTold } from './handlers/mark-told'
import { printRoster } from './handlers/print-roster'
import { retryHeldCall } from './handlers/retry-held-call'
import { releaseHeldCall } from './handlers/release-held-call'
import { dropHeldCall } from './handlers/drop-held-call'
import { listHeldCalls } from './handlers/list-held-calls'
import { publishCall } from './handlers/publish-call'
import { recordAccepts } from './handlers/record-accepts'
import { recordShare } from './handlers/record-share'
import { redeemCommunityCode } from './handlers/redeem-community-code'
import { remindMe } from './handlers/remind-me'
import { revealRoster } from './handlers/reveal-roster'
import { saveHolidays } from './handlers/save-holidays'
import { sendSecondWave } from './handlers/send-second-wave'
import { setRecordDetails } from './handlers/set-record-details'
import { signIn } from './handlers/sign-in'
import { takeAndCheckIn } from './handlers/take-and-check-in'
import { takeOverPost } from './handlers/take-over-post'
import { takeSubstitute } from './handlers/take-substitute'
import { findResidents } from './handlers/find-residents'
import { registerResident } from './handlers/register-resident'
import { bookFor } from './handlers/book-for'
import { thankHelpers } from './handlers/thank-helpers'
import { waitFor } from './handlers/wait-for'
import { cancelFor } from './handlers/cancel-for'
import { recordWalkIns } from './handlers/record-walk-ins'
import { whoAmI } from './handlers/who-am-i'
import { withdrawApplication } from './handlers/withdraw-application'
import { withdrawSubstitute } from './handlers/withdraw-substitute'
import { listUnconfirmed } from './handlers/list-unconfirmed'
import { getMember } from './handlers/get-member'
import { setRole } from './handlers/set-role'
import { appointLeader } from './handlers/appoint-leader'
import { dismissLeader } from './handlers/dismiss-leader'
import { beginRollCall } from './handlers/begin-roll-call'
import { claimSkill } from './handlers/claim-skill'
import { withdrawSkill } from './handlers/withdraw-skill'
import { decideSkill } from './handlers/decide-skill'
import { suspendResident } from './handlers/suspend-resident'
import { liftSuspension } from './handlers/lift-suspension'
import { mergeHouseholds } from './handlers/merge-households'
import { mergeResidents } from './handlers/merge-residents'
import { listTeams } from './handlers/list-teams'
import { createLiveCard } from './handlers/create-live-card'
import { getMiniCode } from './handlers/get-mini-code'
import { getUrlLink } from './handlers/get-url-link'
import { createTeam } from './handlers/create-team'
import { endTeam } from './handlers/end-team'
import { joinTeam } from './handlers/join-team'
import { leaveTeam } from './handlers/leave-team'
import { answerDispute } from './handlers/answer-dispute'
import { disputeEntry } from './handlers/dispute-entry'
import { getChain } from './handlers/get-chain'
import { listDisputes } from './handlers/list-disputes'
import { reportError } from './handlers/report-error'
import { reopenSession } from './handlers/reopen-session'
import { setNamedToNeighbours } from './handlers/set-named-to-neighbours'
import { setOutcome } from './handlers/set-outcome'
import { withdrawDispute } from './handlers/withdraw-dispute'
import { householdActions } from './household-actions'

/** Who may do what: the server, `GET /api` and the tests of authorisation read this one table. */
export const actions: { [A in ActionName]: ActionRow<A> } = {
  ...householdActions,
  signIn: { access: 'anyone', writes: false, handler: signIn },
  listCommunities: { access: 'anyone', writes: false, handler: listCommunities },
  getMessageTemplates: { access: 'anyone', writes: false, handler: getMessageTemplates },
  reportError: { access: 'anyone', writes: false, handler: reportError },

  whoAmI: { access: 'visitor', writes: false, handler: whoAmI },
  redeemCommunityCode: { access: 'visitor', writes: true, handler: redeemCommunityCode },
  joinCommunity: { access: 'visitor', writes: true, handler: joinCommunity },
  getHome: { access: 'visitor', writes: false, handler: getHome },
  listGrids: { access: 'visitor', writes: false, handler: listGrids },
  listSessions: { access: 'visitor', writes: false, handler: listSessions },
  getSession: { access: 'visitor', writes: false, handler: getSession },
  bookSlot: { access: 'visitor', writes: true, together: ({ slotId }) => slotId, decide: bookSlot },
  getDrawRecord: { access: 'visitor', writes: false, handler: getDrawRecord },
  applyForDraw: { access: 'visitor', writes: true, handler: applyForDraw },
  joinWaitlist: { access: 'visitor', writes: true, handler: joinWaitlist },
  takeSubstitute: { access: 'visitor', writes: true, handler: takeSubstitute },
  remindMe: { access: 'visitor', writes: true, handler: remindMe },
  createLiveCard: { access: 'visitor', writes: true, kept: false, apart: createLiveCard },
  getMiniCode: { access: 'cadre', writes: false, apart: getMiniCode },
  getUrlLink: { access: 'cadre', writes: false, apart: getUrlLink },
  openShare: { access: 'visitor', writes: true, kept: false, handler: openShare },

  cancelBooking: { access: 'resident', writes: true, handler: cancelBooking },
  passOnPost: { access: 'resident', writes: true, handler: passOnPost },
  takeOverPost: { access: 'resident', writes: true, handler: takeOverPost },
  withdrawSubstitute: { access: 'resident', writes: true, handler: withdrawSubstitute },
  cancelReminder: { access: 'resident', writes: true, handler: cancelReminder },
  changeWaitlist: { access: 'resident', writes: true, handler: changeWaitlist },
  leaveWaitlist: { access: 'resident', writes: true, handler: leaveWaitlist },
  withdrawApplication: { access: 'resident', writes: true, handler: withdrawApplication },
  acceptOffer: { access: 'resident', writes: true, handler: acceptOffer },
  listMyBookings: { access: 'resident', writes: false, handler: listMyBookings },
  getStatement: { access: 'resident', writes: false, handler: getStatement },
  getChain: { access: 'resident', writes: false, handler: getChain },
  disputeEntry: { access: 'resident', writes: true, handler: disputeEntry },
  withdrawDispute: { access: 'resident', writes: true, handler: withdrawDispute },
  deleteAccount: { access: 'visitor', writes: true, kept: false, leaves: true, handler: deleteAccount },
  getMyData: { access: 'resident', writes: false, handler: getMyData },
  listMyData: { access: 'resident', writes: false, handler: listMyData },
  exportMyData: { access: 'resident', writes: true, kept: false, handler: exportMyData },
  setPhone: { access: 'resident', writes: true, kept: false, handler: setPhone },
  thankHelpers: { access: 'resident', writes: true, handler: thankHelpers },
  setNamedToNeighbours: { access: 'resident', writes: true, handler: setNamedToNeighbours },
  listServiceRecords: { access: 'resident', writes: false, handler: listServiceRecords },
  getServiceSummary: { access: 'resident', writes: false, handler: getServiceSummary },
  exportServiceRecords: { access: 'resident', writes: true, kept: false, handler: exportServiceRecords },
  setRecordDetails: { access: 'resident', writes: true, handler: setRecordDetails },
  listNotices: { access: 'resident', writes: false, handler: listNotices },
  recordAccepts: { access: 'resident', writes: true, handler: recordAccepts },
  checkIn: { access: 'visitor', writes: true, handler: checkIn },
  takeAndCheckIn: { access: 'visitor', writes: true, handler: takeAndCheckIn },
  checkOut: { access: 'resident', writes: true, handler: checkOut },
  claimSkill: { access: 'resident', writes: true, handler: claimSkill },
  withdrawSkill: { access: 'resident', writes: true, handler: withdrawSkill },
  listTeams: { access: 'resident', writes: false, handler: listTeams },
  joinTeam: { access: 'resident', writes: true, handler: joinTeam },
  leaveTeam: { access: 'resident', writes: true, handler: leaveTeam },

  getRoster: { access: 'leader', writes: false, handler: getRoster },
  revealRoster: { access: 'leader', writes: true, kept: false, handler: revealRoster },
  beginRollCall: { access: 'leader', writes: true, kept: false, handler: beginRollCall },
  getCheckInCode: { access: 'leader', writes: false, handler: getCheckInCode },
  markPresent: { access: 'leader', writes: true, handler: markPresent },
  markLeft: { access: 'leader', writes: true, handler: markLeft },
  printRoster: { access: 'leader', writes: true, kept: false, handler: printRoster },
  enterPaper: { access: 'leader', writes: true, handler: enterPaper },

  publishCall: { access: 'cadre', writes: true, text: textOfCall, handler: publishCall },
  listHeldCalls: { access: 'cadre', writes: false, handler: listHeldCalls },
  retryHeldCall: { access: 'cadre', writes: true, text: textOfHeld, handler: retryHeldCall },
  releaseHeldCall: { access: 'admin', writes: true, handler: releaseHeldCall },
  dropHeldCall: { access: 'cadre', writes: true, handler: dropHeldCall },
  listPastCalls: { access: 'cadre', writes: false, handler: listPastCalls },
  getCall: { access: 'cadre', writes: false, handler: getCall },
  changeCall: { access: 'cadre', writes: true, text: textOfCallChange, handler: changeCall },
  listHolidays: { access: 'cadre', writes: false, handler: listHolidays },
  saveHolidays: { access: 'admin', writes: true, handler: saveHolidays },
  changeSession: { access: 'cadre', writes: true, text: textOfChange, handler: changeSession },
  changeSlot: { access: 'cadre', writes: true, handler: changeSlot },
  cancelSession: { access: 'cadre', writes: true, text: textOfNote, handler: cancelSession },
  enterDrawNumber: { access: 'cadre', writes: true, handler: enterDrawNumber },
  listCalls: { access: 'cadre', writes: false, handler: listCalls },
  getFillBoard: { access: 'cadre', writes: false, handler: getFillBoard },
  getFigures: { access: 'cadre', writes: false, handler: getFigures },
  listAudit: { access: 'cadre', writes: false, handler: listAudit },
  recordShare: { access: 'cadre', writes: true, handler: recordShare },
  sendSecondWave: { access: 'cadre', writes: true, handler: sendSecondWave },
  revealPhone: { access: 'cadre', writes: true, kept: false, handler: revealPhone },
  markTold: { access: 'cadre', writes: true, handler: markTold },
  confirmSession: { access: 'cadre', writes: true, handler: confirmSession },
  findResidents: { access: 'cadre', writes: false, handler: findResidents },
  registerResident: { access: 'cadre', writes: true, handler: registerResident },
  bookFor: { access: 'cadre', writes: true, handler: bookFor },
  waitFor: { access: 'cadre', writes: true, handler: waitFor },
  cancelFor: { access: 'cadre', writes: true, handler: cancelFor },
  recordWalkIns: { access: 'leader', writes: true, handler: recordWalkIns },
  evaluateService: { access: 'cadre', writes: true, handler: evaluateService },
  listHonours: { access: 'cadre', writes: false, handler: listHonours },
  listTeamHonours: { access: 'cadre', writes: false, handler: listTeamHonours },
  exportHonours: { access: 'cadre', writes: true, kept: false, handler: exportHonours },
  exportRoster: { access: 'cadre', writes: true, kept: false, handler: exportRoster },
  exportFigures: { access: 'cadre', writes: true, kept: false, handler: exportFigures },
  exportAudit: { access: 'cadre', writes: true, kept: false, handler: exportAudit },
  reopenSession: { access: 'cadre', writes: true, handler: reopenSession },
  setOutcome: { access: 'cadre', writes: true, handler: setOutcome },
  listDisputes: { access: 'cadre', writes: false, handler: listDisputes },
  answerDispute: { access: 'cadre', writes: true, handler: answerDispute },
  listResidents: { access: 'cadre', writes: false, handler: listResidents },
  confirmResident: { access: 'cadre', writes: true, handler: confirmResident },
  listUnconfirmed: { access: 'cadre', writes: false, handler: listUnconfirmed },
  getMember: { access: 'cadre', writes: false, handler: getMember },
  decideSkill: { access: 'cadre', writes: true, handler: decideSkill },
  suspendResident: { access: 'cadre', writes: true, handler: suspendResident },
  liftSuspension: { access: 'cadre', writes: true, handler: liftSuspension },
  appointLeader: { access: 'cadre', writes: true, handler: appointLeader },
  dismissLeader: { access: 'cadre', writes: true, handler: dismissLeader },
  createTeam: { access: 'cadre', writes: true, text: textOfTeam, handler: createTeam },
  endTeam: { access: 'cadre', writes: true, handler: endTeam },
  setRole: { access: 'admin', writes: true, handler: setRole },
  mergeHouseholds: { access: 'admin', writes: true, handler: mergeHouseholds },
  mergeResidents: { access: 'admin', writes: true, handler: mergeResidents },
}
