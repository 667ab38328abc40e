import { acceptChange } from '@/domain/platform-message'
import { badInput } from '../bad-input'
import type { MemberHandler } from '../handler'
import { addAccepts, clearAccepts } from '../repositories/message-accept'

export const recordAccepts: MemberHandler<'recordAccepts'> = async (
  { tx, resident, services, now },
  { answers },
) => {
  const { communityId, id } = resident
  const faults = answers.flatMap(({ template }, index) =>
    services.messages.templates[template]
      ? []
      : [{ path: `answers.${index}.template`, message: 'no message of this kind is set up here' }],
  )
  if (faults.length > 0) throw badInput(faults)
  const changed = (change: ReturnType<typeof acceptChange>) =>
    answers.filter((it) => acceptChange(it.answer) === change).map((it) => it.template)
  await clearAccepts(tx, communityId, id, changed('none'), now)
  await addAccepts(tx, communityId, id, changed('one_more'), now)
  return {}
}
