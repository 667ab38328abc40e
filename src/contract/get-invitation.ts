import * as v from 'valibot'
import { communityId, count, familyRole, instant, rowId } from './fields'

/** Whoever has the link may read it; it names who invites, and nobody else of the household. */
export const request = v.strictObject({ communityId, invitationId: rowId })

const joinRefusal = v.variant('reason', [
  v.object({ reason: v.literal('role_full'), role: familyRole, max: count }),
  v.object({ reason: v.literal('lives_with_others') }),
  v.object({ reason: v.literal('children_need_guardian') }),
  v.object({ reason: v.literal('too_many_children'), max: count }),
  v.object({ reason: v.literal('own_points_owed'), points: count }),
  v.object({ reason: v.literal('own_unsettled'), count }),
])

export const response = v.object({
  state: v.picklist(['open', 'own', 'waiting', 'joined', 'used', 'withdrawn', 'declined', 'lapsed']),
  role: familyRole,
  communityName: v.string(),
  /** as they call themselves; empty where it is nobody's business any more, or they wrote none */
  inviter: v.string(),
  expiresAt: instant,
  /** what whoever asks is called; empty: says so before accepting */
  name: v.string(),
  /** what goes along, where it is open; the rest is that person's own as before */
  own: v.nullable(
    v.object({
      children: count,
      points: count,
      /** may use the household's points so many days after joining */
      waitDays: count,
      obstacle: v.nullable(joinRefusal),
    }),
  ),
})
