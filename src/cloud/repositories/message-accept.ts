import { MOST_ACCEPTS, type MessageTemplate } from '@/domain/platform-message'
import type { Instant } from '@/domain/time'
import type { Transaction } from '../db/database'

/** One message more of each kind, as far as they are kept. */
export async function addAccepts(
  tx: Transaction,
  communityId: string,
  residentId: string,
  templates: MessageTemplate[],
  now: Instant,
): Promise<void> {
  if (templates.length === 0) return
  // In one order everywhere: a sender takes them in it too.
  await tx.query(
    `INSERT INTO message_accept (community_id, resident_id, template, accepted, updated_at)
     SELECT $1, $2, template, 1, $4 FROM unnest($3::text[]) AS template ORDER BY template
     ON CONFLICT (community_id, resident_id, template) DO UPDATE
     SET accepted = least(message_accept.accepted + 1, $5), updated_at = EXCLUDED.updated_at`,
    [communityId, residentId, templates, now, MOST_ACCEPTS],
  )
}

/** None of these kinds is allowed any longer. */
export async function clearAccepts(
  tx: Transaction,
  communityId: string,
  residentId: string,
  templates: MessageTemplate[],
  now: Instant,
): Promise<void> {
  if (templates.length === 0) return
  await tx.query(
    `UPDATE message_accept SET accepted = 0, updated_at = $4
     WHERE community_id = $1 AND resident_id = $2 AND template = ANY($3)`,
    [communityId, residentId, templates, now],
  )
}

/** Takes one off. @returns false when none was left */
export async function takeAccept(
  tx: Transaction,
  communityId: string,
  { residentId, template }: { residentId: string; template: MessageTemplate },
  now: Instant,
): Promise<boolean> {
  const rows = await tx.query(
    `UPDATE message_accept SET accepted = accepted - 1, updated_at = $4
     WHERE community_id = $1 AND resident_id = $2 AND template = $3 AND accepted > 0 RETURNING template`,
    [communityId, residentId, template, now],
  )
  return rows.length > 0
}
