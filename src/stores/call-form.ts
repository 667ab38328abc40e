import * as v from 'valibot'
import { toWire } from '@/contract/instants'
import { request } from '@/contract/publish-call'
import { checkCall, type CallDraft, type CallFault, type SlotDraft } from '@/domain/call'
import { dutyPoints } from '@/domain/points'
import type { Role } from '@/domain/role'
import { dayStart, WEEK, weekStart, type Instant } from '@/domain/time'

/** A call while it is written: its first session, and how many weeks it goes on, or on which days it is. */
export interface CallForm {
  activity: CallDraft['activity']
  first: { startsAt: Instant; endsAt: Instant }
  weeks: number
  /** midnights of the days it is on, in order; `first` is on the earliest. Without it: every week */
  days?: Instant[] | undefined
  /** Mondays that begin the weeks it is left out in, of those it goes on; never the first week's */
  skipped?: Instant[] | undefined
  slots: SlotDraft[]
  /** the teams it names as those it is for; absent: all */
  teamIds?: string[] | undefined
  /** the part of the community it is in; absent: of the whole */
  gridId?: string | undefined
  /** the held call it is another wording of */
  replaces?: string | undefined
}

/** What is wrong with the form, at the path of the field that shows it. */
export interface FormFault {
  path: string
  fault: CallFault['fault'] | 'missing' | 'too_many_characters' | 'odd_characters' | 'out_of_range'
}

/** The call as it is published: one session a week, or one on each given day. */
export function draftOf(form: CallForm): CallDraft {
  const length = form.first.endsAt - form.first.startsAt
  const sessions = startsOf(form).map((startsAt) => ({ startsAt, endsAt: startsAt + length }))
  const teams = form.teamIds?.length ? { teamIds: form.teamIds } : {}
  const grid = form.gridId ? { gridId: form.gridId } : {}
  return { activity: trimmed(form.activity), sessions, slots: form.slots.map(trimmed), ...teams, ...grid }
}

/**
 * A call that was written before, to be written on: every week where its sessions are a week apart.
 * @param replaces the held call that goes with it
 */
export function formOf(
  { activity, sessions, slots, teamIds, gridId }: CallDraft,
  replaces?: string,
): CallForm {
  const first = sessions[0] ?? { startsAt: 0, endsAt: 0 }
  const weekly = sessions.every(({ startsAt }, week) => startsAt === first.startsAt + week * WEEK)
  const when = weekly
    ? { weeks: sessions.length }
    : { weeks: 1, days: sessions.map(({ startsAt }) => dayStart(startsAt)) }
  return { activity, first, ...when, slots, teamIds, gridId, ...(replaces && { replaces }) }
}

/** When its sessions start, in order. */
export function startsOf(form: When): Instant[] {
  const { first, days } = form
  return days
    ? days.map((day) => day + sinceMidnight(first.startsAt))
    : weeksOf(form).flatMap(({ startsAt, skipped }) => (skipped ? [] : [startsAt]))
}

type When = Pick<CallForm, 'first' | 'weeks' | 'days' | 'skipped'>

/** Each week of a weekly call, those it is left out in too. */
export function weeksOf({ first, weeks, skipped = [] }: When): { startsAt: Instant; skipped: boolean }[] {
  return Array.from({ length: weeks }, (_, week) => {
    const startsAt = first.startsAt + week * WEEK
    return { startsAt, skipped: week > 0 && skipped.includes(weekStart(startsAt)) }
  })
}

/** Leaves one of its weeks out, or takes it in again. Without its first week it begins with the next that stays. */
export function skippingWeek(form: CallForm, startsAt: Instant): CallForm {
  const monday = weekStart(startsAt)
  const { skipped = [] } = form
  if (startsAt === form.first.startsAt) {
    const next = startsOf(form)[1]
    if (next === undefined) return form
    return { ...startingAt(form, next), weeks: form.weeks - (next - startsAt) / WEEK }
  }
  const others = skipped.filter((it) => it !== monday)
  return { ...form, skipped: others.length < skipped.length ? others : [...skipped, monday] }
}

const sinceMidnight = (at: Instant) => at - dayStart(at)

// As the server does, so that both judge the same text.
export function trimmed<T extends object>(texts: T): T {
  const entries = Object.entries(texts).map(([key, value]): [string, unknown] => [
    key,
    typeof value === 'string' ? value.trim() : value,
  ])
  return Object.fromEntries(entries) as T
}

/** Everything that keeps the form from being published, by the server's own schema and rule. */
export function faultsOf(form: CallForm, communityId: string, role: Role, now: Instant): FormFault[] {
  const draft = draftOf(form)
  const checked = v.safeParse(request, toWire({ communityId, ...draft }))
  const faults: FormFault[] = (checked.issues ?? []).map((issue) => ({
    path: v.getDotPath(issue) ?? '',
    fault: faultOf(issue),
  }))
  return atFields([...faults, ...checkCall(draft, role, now)], form)
}

/** What the schema finds in one field. */
export function faultOf(issue: v.BaseIssue<unknown>): FormFault['fault'] {
  if (issue.type === 'min_length' || issue.message.includes('seen')) return 'missing'
  if (issue.type === 'max_length' || issue.message.includes('characters')) {
    return issue.message.includes('control') ? 'odd_characters' : 'too_many_characters'
  }
  return 'out_of_range'
}

/** Sessions have no fields of their own but the first: the weeks or days speak for them. One fault a field. */
export function atFields(faults: FormFault[], { days }: Pick<CallForm, 'days'>): FormFault[] {
  const placed = faults.map(({ path, fault }) => {
    if (days && path === 'sessions') return { path: 'days', fault }
    const session = /^sessions\.(\d+)\.(\w+)$/.exec(path)
    if (!session) return { path, fault }
    // Given days differ in the day alone, so an end that is wrong is wrong on each of them.
    if (days) return { path: session[2] === 'endsAt' ? 'first.endsAt' : 'days', fault }
    return { path: session[1] === '0' ? `first.${session[2]}` : 'weeks', fault }
  })
  return placed.filter((it, at) => placed.findIndex((other) => other.path === it.path) === at)
}

/** The opening goes with the session; points that followed its length go on following it. */
export function movedTo(form: CallForm, first: CallForm['first']): CallForm {
  const shift = first.startsAt - form.first.startsAt
  const moved = (at: Instant | null) => (at === null ? null : at + shift)
  const before = dutyPoints(form.first)
  const after = first.endsAt > first.startsAt ? dutyPoints(first) : before
  return {
    ...form,
    first,
    slots: form.slots.map((slot) => ({
      ...slot,
      opensAt: moved(slot.opensAt),
      priorityOpensAt: moved(slot.priorityOpensAt),
      drawAt: moved(slot.drawAt),
      points: slot.kind === 'post' && slot.points === before ? after : slot.points,
    })),
  }
}

/** With other times: a start moves the end along, so that the length stays. */
export function startingAt(form: CallForm, startsAt: Instant): CallForm {
  const length = form.first.endsAt - form.first.startsAt
  return movedTo(form, { startsAt, endsAt: startsAt + length })
}

/** On the given days, at the same hours. With none left, the hours stay where they were. */
export function onDays(form: CallForm, given: Instant[]): CallForm {
  const days = [...new Set(given.map(dayStart))].sort((a, b) => a - b)
  const [earliest] = days
  const moved =
    earliest === undefined ? form : startingAt(form, earliest + sinceMidnight(form.first.startsAt))
  return { ...moved, weeks: 1, days, skipped: undefined }
}
