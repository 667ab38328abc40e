import type { Refusal } from '@/domain/refusal'
import type { OtherRefusal } from '@/contract/other-refusal'
import { Refused, type VisitorContext } from '../handler'
import { insertResident, type ResidentRow } from '../repositories/resident'

/** The resident who asks; a visitor joins the community with the first place taken. */
export async function bookerOf(
  { tx, openId, resident, now }: VisitorContext,
  communityId: string,
): Promise<ResidentRow> {
  return (
    resident ??
    insertResident(tx, communityId, { openId, name: null, role: 'resident', confirmed: false, now })
  )
}

/** Refuses; a visitor who gets no place has not joined either. */
export function refuse({ resident }: VisitorContext, reason: Refusal | OtherRefusal): Refused {
  const refused = new Refused(reason)
  if (!resident) throw refused
  return refused
}
