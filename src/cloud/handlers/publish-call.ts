import { checkCall, type CallDraft } from '@/domain/call'
import { contentStep } from '@/domain/content-check'
import { badCall } from '../bad-input'
import { publish } from '../calls/publish'
import { notFound, Refused, type MemberHandler } from '../handler'
import { newRowId } from '../ids'
import { listGrids } from '../repositories/community'
import { deleteHeldCall, findHeldCall, insertHeldCall } from '../repositories/held-call'

export const publishCall: MemberHandler<'publishCall'> = async (
  { tx, resident: cadre, verdict, now },
  payload,
) => {
  const { communityId, replaces, ...rest } = payload
  const draft: CallDraft = rest
  const faults = checkCall(draft, cadre.role, now)
  if (faults.length > 0) throw badCall(faults)
  if (draft.gridId && !(await listGrids(tx, communityId)).some((it) => it.id === draft.gridId))
    throw notFound('grid')
  const content = contentStep(verdict, 0, now)
  if (content.step === 'refuse') return new Refused({ reason: 'content_refused', label: content.label })
  // What it is written anew from goes with it; published meanwhile, it has gone already.
  if (replaces && (await findHeldCall(tx, communityId, replaces, 'update')))
    await deleteHeldCall(tx, communityId, replaces)
  if (content.step === 'publish') {
    return { ...(await publish(tx, communityId, draft, { publishedBy: cadre.id, now })), held: null }
  }
  const { state, label, nextTryAt } = content
  const id = newRowId()
  await insertHeldCall(tx, communityId, {
    ...{ id, heldBy: cadre.id, draft, state, label, tries: 0, nextTryAt, createdAt: now },
  })
  return { callId: null, sessionIds: [], held: { id, state } }
}
