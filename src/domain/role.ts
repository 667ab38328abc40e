export const ROLES = ['resident', 'cadre', 'admin'] as const
export type Role = (typeof ROLES)[number]

/** What an action asks for: a role in the community, or `leader`, which stands with the session asked about. */
export type Access = Role | 'leader'

/** True when `role` may do what `needed` may. Whatever a leader may do in one session, a cadre may in each. */
export function mayActAs(role: Role, needed: Access): boolean {
  return ROLES.indexOf(role) >= ROLES.indexOf(needed === 'leader' ? 'cadre' : needed)
}

export type RoleRefusal =
  /** somebody has to appoint the others */
  | { reason: 'last_admin' }
  /** a cadre sees names, so a cadre has to have known them first */
  | { reason: 'resident_unconfirmed' }

/**
 * Whether somebody's role may become `next`; null: yes.
 * @param admins how many the community has
 */
export function checkRoleChange(
  resident: { role: Role; confirmed: boolean },
  next: Role,
  admins: number,
): RoleRefusal | null {
  if (resident.role === 'admin' && next !== 'admin' && admins <= 1) return { reason: 'last_admin' }
  if (next !== 'resident' && !resident.confirmed) return { reason: 'resident_unconfirmed' }
  return null
}

/** A cadre suspends residents; colleagues are an admin's matter, and nobody suspends themselves. */
export function maySuspend(by: { id: string; role: Role }, whom: { id: string; role: Role }): boolean {
  return by.id !== whom.id && (by.role === 'admin' || whom.role === 'resident')
}
