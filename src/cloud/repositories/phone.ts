import type { Transaction } from '../db/database'

export async function savePhone(
  tx: Transaction,
  communityId: string,
  residentId: string,
  phone: string | null,
): Promise<void> {
  await tx.query('UPDATE resident SET phone = $3 WHERE community_id = $1 AND id = $2', [
    communityId,
    residentId,
    phone,
  ])
}

export async function findPhone(
  tx: Transaction,
  communityId: string,
  residentId: string,
): Promise<string | null> {
  const [row] = await tx.query<{ phone: string | null }>(
    'SELECT phone FROM resident WHERE community_id = $1 AND id = $2',
    [communityId, residentId],
  )
  return row?.phone ?? null
}
