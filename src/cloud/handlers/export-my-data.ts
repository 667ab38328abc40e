import type { MemberHandler } from '../handler'

export const exportMyData: MemberHandler<'exportMyData'> = ({ tx, now, resident, services }, { format }) => {
  const { communityId, id: residentId } = resident
  const ticket = { what: 'myData', communityId, residentId, ask: {}, format } as const
  return services.files.offer({ tx, now }, ticket)
}
