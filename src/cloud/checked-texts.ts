import type { Payload } from '@/contract/actions'
import { changedTexts } from '@/domain/call-texts'
import { textOf } from './calls/text'
import type { TextOf } from './handler'
import { findCall } from './repositories/published-call'
import { findHeldCall } from './repositories/held-call'
import { findSession } from './repositories/slot'

/** What each action would put before the public, to be checked before it is carried out; null: nothing new. */

export const textOfCall: TextOf<'publishCall'> = (_, payload) => Promise.resolve(textOf(payload))

export const textOfHeld: TextOf<'retryHeldCall'> = async ({ tx, resident }, { heldId }) => {
  const held = await findHeldCall(tx, resident.communityId, heldId)
  return held?.state === 'unanswered' ? textOf(held.draft) : null
}

export const textOfChange: TextOf<'changeSession'> = async ({ tx, resident }, { sessionId, place }) => {
  const session = await findSession(tx, resident.communityId, sessionId)
  return session && session.place !== place ? { title: session.title, content: place } : null
}

export const textOfCallChange: TextOf<'changeCall'> = async ({ tx, resident }, { callId, activity }) => {
  const call = await findCall(tx, resident.communityId, callId)
  if (!call || !changedTexts(call.activity, activity).some((field) => field !== 'cover')) return null
  return textOf({ activity: { ...activity, place: '' }, slots: [] })
}

export const textOfTeam: TextOf<'createTeam'> = (_, { name }) => Promise.resolve({ title: '', content: name })

export const textOfNote: TextOf<'cancelSession'> = (_, { note, dryRun }: Payload<'cancelSession'>) =>
  Promise.resolve(note === '' || dryRun ? null : { title: '', content: note })
