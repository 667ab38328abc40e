/** What is written down with who did it, when, and to whom. */
export const AUDIT_ACTIONS = [
  'changeAddress',
  'confirmResident',
  'revealRoster',
  'printRoster',
  'markPresent',
  'markLeft',
  'enterPaper',
  'markTold',
  'confirmSession',
  'reopenSession',
  'setOutcome',
  'evaluateService',
  'answerDispute',
  'publishCall',
  'enterDrawNumber',
  'cancelSession',
  'changeCall',
  'changeSession',
  'changeSlot',
  'releaseHeldCall',
  'dropHeldCall',
  'registerResident',
  'setRole',
  'appointLeader',
  'dismissLeader',
  'beginRollCall',
  'confirmSkill',
  'declineSkill',
  'suspendResident',
  'liftSuspension',
  'mergeHouseholds',
  'mergeResidents',
  'createTeam',
  'endTeam',
  'bookFor',
  'waitFor',
  'cancelFor',
  'sendSecondWave',
  'saveHolidays',
  'exportRoster',
  'exportHonours',
  'exportFigures',
  'exportAudit',
  'revealPhone',
  'deleteAccount',
] as const
export type AuditAction = (typeof AUDIT_ACTIONS)[number]

/** What an act is about, for who looks for it. */
export const AUDIT_KINDS = ['calls', 'presence', 'behalf', 'names', 'people', 'files'] as const
export type AuditKind = (typeof AUDIT_KINDS)[number]

export function auditKindOf(action: AuditAction): AuditKind {
  switch (action) {
    case 'publishCall':
    case 'cancelSession':
    case 'changeCall':
    case 'saveHolidays':
    case 'changeSession':
    case 'changeSlot':
    case 'releaseHeldCall':
    case 'dropHeldCall':
    case 'sendSecondWave':
    case 'enterDrawNumber':
      return 'calls'
    case 'markPresent':
    case 'markLeft':
    case 'enterPaper':
    case 'markTold':
    case 'confirmSession':
    case 'reopenSession':
    case 'setOutcome':
    case 'evaluateService':
    case 'answerDispute':
      return 'presence'
    case 'bookFor':
    case 'waitFor':
    case 'cancelFor':
      return 'behalf'
    case 'beginRollCall':
    case 'revealRoster':
    case 'printRoster':
    case 'exportRoster':
    case 'revealPhone':
      return 'names'
    case 'changeAddress':
    case 'confirmResident':
    case 'registerResident':
    case 'setRole':
    case 'appointLeader':
    case 'dismissLeader':
    case 'confirmSkill':
    case 'declineSkill':
    case 'suspendResident':
    case 'liftSuspension':
    case 'mergeHouseholds':
    case 'mergeResidents':
    case 'createTeam':
    case 'endTeam':
    case 'deleteAccount':
      return 'people'
    case 'exportHonours':
    case 'exportFigures':
    case 'exportAudit':
      return 'files'
  }
}
