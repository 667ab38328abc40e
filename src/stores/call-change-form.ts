import * as v from 'valibot'
import { request } from '@/contract/change-call'
import type { CallView } from '@/contract/get-call'
import type { ActivityKind } from '@/domain/activity'
import { checkNotes } from '@/domain/call'
import { CALL_TEXTS, type CallTexts } from '@/domain/call-texts'
import { faultOf, trimmed, type FormFault } from './call-form'

/** The words of a call as a cadre saw them last. */
export interface SeenTexts {
  version: number
  activity: CallTexts
}

export function textsIn({ version, cover, draft: { activity } }: CallView): SeenTexts {
  const { title, description, bring, riskNote, insurance, contact } = activity
  return { version, activity: { cover, title, description, bring, riskNote, insurance, contact } }
}

/** As it is sent: what stands before and after the words does not count. */
export function wordsOf(form: CallTexts): CallTexts {
  return trimmed(form)
}

/** What is still as it was seen follows what is now; what somebody has typed stays. */
export function followingTexts(form: CallTexts, before: CallTexts, now: CallTexts): CallTexts {
  const follow = <F extends keyof CallTexts>(field: F): CallTexts[F] =>
    form[field] === before[field] ? now[field] : form[field]
  const texts = CALL_TEXTS.map((field) => [field, follow(field)] as const)
  return { ...form, ...Object.fromEntries(texts), cover: follow('cover') }
}

/** Everything that keeps the words from being put up, by the server's own schema and rule; paths are fields. */
export function textFaults(form: CallTexts, kind: ActivityKind): FormFault[] {
  const checked = v.safeParse(request.entries.activity, wordsOf(form))
  const faults = (checked.issues ?? []).map((issue) => ({
    path: v.getDotPath(issue) ?? '',
    fault: faultOf(issue),
  }))
  const notes = checkNotes({ kind, ...wordsOf(form) }).map(({ path, fault }) => ({
    path: path.replace('activity.', ''),
    fault,
  }))
  return [...faults, ...notes].filter((it, at, all) => all.findIndex(({ path }) => path === it.path) === at)
}
