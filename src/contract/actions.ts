import * as acceptOffer from './accept-offer'
import * as applyForDraw from './apply-for-draw'
import * as bookSlot from './book-slot'
import * as cancelBooking from './cancel-booking'
import * as cancelReminder from './cancel-reminder'
import * as cancelSession from './cancel-session'
import * as getMyData from './get-my-data'
import * as listMyData from './list-my-data'
import * as exportMyData from './export-my-data'
import * as setPhone from './set-phone'
import * as revealPhone from './reveal-phone'
import * as deleteAccount from './delete-account'
import * as changeCall from './change-call'
import * as changeSession from './change-session'
import * as changeSlot from './change-slot'
import * as changeWaitlist from './change-waitlist'
import * as checkIn from './check-in'
import * as checkOut from './check-out'
import * as confirmResident from './confirm-resident'
import * as confirmSession from './confirm-session'
import * as getCall from './get-call'
import * as getCheckInCode from './get-check-in-code'
import * as enterDrawNumber from './enter-draw-number'
import * as enterPaper from './enter-paper'
import * as evaluateService from './evaluate-service'
import * as exportAudit from './export-audit'
import * as exportFigures from './export-figures'
import * as exportHonours from './export-honours'
import * as exportRoster from './export-roster'
import * as exportServiceRecords from './export-service-records'
import * as getDrawRecord from './get-draw-record'
import * as getFigures from './get-figures'
import * as getFillBoard from './get-fill-board'
import * as getHome from './get-home'
import * as getMiniCode from './get-mini-code'
import * as getUrlLink from './get-url-link'
import * as getMessageTemplates from './get-message-templates'
import * as getRoster from './get-roster'
import * as getServiceSummary from './get-service-summary'
import * as getSession from './get-session'
import * as getStatement from './get-statement'
import * as joinCommunity from './join-community'
import * as joinWaitlist from './join-waitlist'
import * as leaveWaitlist from './leave-waitlist'
import * as listAudit from './list-audit'
import * as listCalls from './list-calls'
import * as listCommunities from './list-communities'
import * as listHolidays from './list-holidays'
import * as listHonours from './list-honours'
import * as listTeamHonours from './list-team-honours'
import * as listMyBookings from './list-my-bookings'
import * as listNotices from './list-notices'
import * as listPastCalls from './list-past-calls'
import * as listResidents from './list-residents'
import * as listServiceRecords from './list-service-records'
import * as listGrids from './list-grids'
import * as listSessions from './list-sessions'
import * as markLeft from './mark-left'
import * as markPresent from './mark-present'
import * as openShare from './open-share'
import * as passOnPost from './pass-on-post'
import * as markTold from './mark-told'
import * as printRoster from './print-roster'
import * as retryHeldCall from './retry-held-call'
import * as releaseHeldCall from './release-held-call'
import * as dropHeldCall from './drop-held-call'
import * as listHeldCalls from './list-held-calls'
import * as publishCall from './publish-call'
import * as recordAccepts from './record-accepts'
import * as recordShare from './record-share'
import * as redeemCommunityCode from './redeem-community-code'
import * as remindMe from './remind-me'
import * as revealRoster from './reveal-roster'
import * as saveHolidays from './save-holidays'
import * as sendSecondWave from './send-second-wave'
import * as setRecordDetails from './set-record-details'
import * as signIn from './sign-in'
import * as takeAndCheckIn from './take-and-check-in'
import * as takeOverPost from './take-over-post'
import * as takeSubstitute from './take-substitute'
import * as findResidents from './find-residents'
import * as registerResident from './register-resident'
import * as bookFor from './book-for'
import * as thankHelpers from './thank-helpers'
import * as waitFor from './wait-for'
import * as cancelFor from './cancel-for'
import * as recordWalkIns from './record-walk-ins'
import * as whoAmI from './who-am-i'
import * as withdrawApplication from './withdraw-application'
import * as withdrawSubstitute from './withdraw-substitute'
import * as listUnconfirmed from './list-unconfirmed'
import * as getMember from './get-member'
import * as setRole from './set-role'
import * as appointLeader from './appoint-leader'
import * as dismissLeader from './dismiss-leader'
import * as beginRollCall from './begin-roll-call'
import * as claimSkill from './claim-skill'
import * as withdrawSkill from './withdraw-skill'
import * as decideSkill from './decide-skill'
import * as suspendResident from './suspend-resident'
import * as liftSuspension from './lift-suspension'
import * as mergeHouseholds from './merge-households'
import * as mergeResidents from './merge-residents'
import * as listTeams from './list-teams'
import * as createLiveCard from './create-live-card'
import * as createTeam from './create-team'
import * as endTeam from './end-team'
import * as joinTeam from './join-team'
import * as leaveTeam from './leave-team'
import * as answerDispute from './answer-dispute'
import * as disputeEntry from './dispute-entry'
import * as getChain from './get-chain'
import * as listDisputes from './list-disputes'
import * as reopenSession from './reopen-session'
import * as setNamedToNeighbours from './set-named-to-neighbours'
import * as setOutcome from './set-outcome'
import * as withdrawDispute from './withdraw-dispute'
import * as reportError from './report-error'
import { ofHousehold } from './of-household'
import type * as v from 'valibot'

/** Every action by name, with the schemas of its request and its answer. */
export const contracts = {
  ...ofHousehold,
  acceptOffer,
  applyForDraw,
  bookSlot,
  cancelBooking,
  cancelReminder,
  cancelSession,
  deleteAccount,
  setPhone,
  getMyData,
  listMyData,
  exportMyData,
  revealPhone,
  changeCall,
  changeSession,
  changeSlot,
  changeWaitlist,
  checkIn,
  checkOut,
  confirmResident,
  confirmSession,
  getCall,
  getCheckInCode,
  enterDrawNumber,
  enterPaper,
  evaluateService,
  exportAudit,
  exportFigures,
  exportHonours,
  exportRoster,
  exportServiceRecords,
  getDrawRecord,
  getFigures,
  getFillBoard,
  getHome,
  getMiniCode,
  getUrlLink,
  getMessageTemplates,
  getRoster,
  getServiceSummary,
  getSession,
  getStatement,
  joinCommunity,
  joinWaitlist,
  leaveWaitlist,
  listAudit,
  listCalls,
  listCommunities,
  listHolidays,
  listHonours,
  listTeamHonours,
  listMyBookings,
  listNotices,
  listPastCalls,
  listResidents,
  listServiceRecords,
  listGrids,
  listSessions,
  markLeft,
  markPresent,
  openShare,
  passOnPost,
  markTold,
  printRoster,
  retryHeldCall,
  releaseHeldCall,
  dropHeldCall,
  listHeldCalls,
  publishCall,
  recordShare,
  recordAccepts,
  redeemCommunityCode,
  remindMe,
  reportError,
  revealRoster,
  saveHolidays,
  sendSecondWave,
  setRecordDetails,
  signIn,
  takeAndCheckIn,
  takeOverPost,
  takeSubstitute,
  findResidents,
  registerResident,
  bookFor,
  thankHelpers,
  waitFor,
  cancelFor,
  recordWalkIns,
  whoAmI,
  withdrawApplication,
  withdrawSubstitute,
  listUnconfirmed,
  getMember,
  setRole,
  appointLeader,
  dismissLeader,
  beginRollCall,
  claimSkill,
  withdrawSkill,
  decideSkill,
  suspendResident,
  liftSuspension,
  mergeHouseholds,
  mergeResidents,
  listTeams,
  createLiveCard,
  createTeam,
  endTeam,
  joinTeam,
  leaveTeam,
  answerDispute,
  disputeEntry,
  getChain,
  listDisputes,
  reopenSession,
  setNamedToNeighbours,
  setOutcome,
  withdrawDispute,
}

export type Contracts = typeof contracts
export type ActionName = keyof Contracts
/** What a handler receives: validated, times in milliseconds. A caller sends the same through `toWire`. */
export type Payload<A extends ActionName> = v.InferOutput<Contracts[A]['request']>
export type Answer<A extends ActionName> = v.InferOutput<Contracts[A]['response']>
