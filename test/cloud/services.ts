import { newRowId } from '@/cloud/ids'
import type { Instant } from '@/domain/time'
import { pictureBookClass, post } from './calls'
import { done, type Neighbourhood, type TestDeployment } from './deployment'

/** Publishes a session with one post. */
export async function publishService(
  linli: TestDeployment,
  { communityId }: Neighbourhood,
  startsAt: Instant,
  activity: object = {},
): Promise<{ sessionId: string; slotId: string }> {
  const { now } = linli.clock
  linli.clock.now = startsAt - 86_400_000
  const draft = pictureBookClass(communityId, startsAt, [post({ capacity: 50 })], activity)
  const sessionId = (await done(linli, 'cadre', 'publishCall', draft)).sessionIds[0] ?? ''
  const view = await done(linli, 'cadre', 'getSession', { communityId, sessionId })
  linli.clock.now = now
  return { sessionId, slotId: view.slots[0]?.id ?? '' }
}

/** Hours confirmed as the books would have them. @returns the record's id */
export async function recordService(
  linli: TestDeployment,
  { communityId }: Neighbourhood,
  service: { residentId: string; sessionId: string; slotId: string; startsAt: Instant; minutes: number },
): Promise<string> {
  const id = newRowId()
  await linli.database.transaction((tx) =>
    tx.query(
      `INSERT INTO service_record (community_id, id, resident_id, session_id, slot_id, minutes, points, confirmed_by,
                                   starts_at, created_at)
       SELECT $1, $2, $3, $4, $5, $6, 10, id, $7, $7 FROM resident WHERE community_id = $1 AND open_id = 'cadre'`,
      [
        communityId,
        id,
        service.residentId,
        service.sessionId,
        service.slotId,
        service.minutes,
        service.startsAt,
      ],
    ),
  )
  return id
}

export async function correctService(
  linli: TestDeployment,
  { communityId }: Neighbourhood,
  recordId: string,
  minutes: number,
): Promise<void> {
  await linli.database.transaction((tx) =>
    tx.query(
      `INSERT INTO service_correction (community_id, id, record_id, minutes, points, corrected_by, created_at)
       VALUES ($1, $2, $3, $4, 0, 'cadre', 1)`,
      [communityId, newRowId(), recordId, minutes],
    ),
  )
}
