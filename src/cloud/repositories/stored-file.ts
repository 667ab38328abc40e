import type { Instant } from '@/domain/time'
import type { Transaction } from '../db/database'

export async function insertStoredFile(
  tx: Transaction,
  communityId: string,
  { fileId, expiresAt }: { fileId: string; expiresAt: Instant },
): Promise<void> {
  await tx.query('INSERT INTO stored_file (community_id, file_id, expires_at) VALUES ($1, $2, $3)', [
    communityId,
    fileId,
    expiresAt,
  ])
}

/** Files whose link is over, the oldest first. */
export async function listStoredFiles(
  tx: Transaction,
  communityId: string,
  now: Instant,
  limit: number,
): Promise<string[]> {
  const rows = await tx.query<{ fileId: string }>(
    `SELECT file_id AS "fileId" FROM stored_file WHERE community_id = $1 AND expires_at <= $2
     ORDER BY expires_at LIMIT $3`,
    [communityId, now, limit],
  )
  return rows.map((row) => row.fileId)
}

export async function dropStoredFiles(
  tx: Transaction,
  communityId: string,
  fileIds: string[],
): Promise<void> {
  await tx.query('DELETE FROM stored_file WHERE community_id = $1 AND file_id = ANY($2)', [
    communityId,
    fileIds,
  ])
}
