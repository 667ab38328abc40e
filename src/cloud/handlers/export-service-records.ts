import type { MemberHandler } from '../handler'

export const exportServiceRecords: MemberHandler<'exportServiceRecords'> = (
  { tx, now, resident, services },
  { year, format },
) => {
  const { communityId, id: residentId } = resident
  const ticket = { what: 'serviceRecords', communityId, residentId, ask: { year }, format } as const
  return services.files.offer({ tx, now }, ticket)
}
