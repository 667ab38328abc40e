import { tick } from '@/cloud/tick'
import { call, type TestDeployment } from '../../cloud/deployment'
import { brokenInvariants } from '../../invariants'
import { partyIn } from './moves'
import type { Plan } from './plan'
import { readRows, type Rows } from './rows'
import { clear, setStage, type Stage } from './stage'
import type { Step } from './steps'
import { createWorld, moments, type World } from './world'

type Act = Exclude<Step, { kind: 'wait' | 'until' | 'tick' | 'confirm' }>

/** What a crowd does: so many acts at one moment, then as many at the next. */
export interface Rush {
  plan: Plan
  rounds: Act[][]
}

export interface Aftermath {
  /** acts that the server answered at all */
  answered: number
  done: number
  broken: string[]
}

/**
 * Plays each round's acts all at once, with two timers ticking between them, and looks at what is left: who came
 * first is open, what must stay true is not.
 */
export async function playRush(linli: TestDeployment, { plan, rounds }: Rush): Promise<Aftermath> {
  await clear(linli)
  const world = { ...createWorld(plan), crowd: plan.points.length }
  const stage = await setStage(linli, world)
  const aftermath: Aftermath = { answered: 0, done: 0, broken: [] }
  for (const acts of rounds) {
    linli.clock.now = world.now
    const rows = await readRows(stage)
    const timers = [tick(linli, world.now), tick(linli, world.now)]
    const answers = await Promise.all(acts.map((act) => perform(stage, world, rows, act)))
    await Promise.all(timers)
    const given = answers.filter((answer) => answer !== null)
    aftermath.answered += given.length
    aftermath.done += given.filter(Boolean).length
    aftermath.broken = [...(await brokenInvariants(linli.database)), ...linli.failures.map(String)]
    if (aftermath.broken.length > 0) return aftermath
    const later = moments(world).find((moment) => moment > world.now)
    if (later !== undefined) world.now = later
  }
  return aftermath
}

/** @returns whether it was done; null where there was nothing to do it to */
async function perform(stage: Stage, world: World, rows: Rows, act: Act): Promise<boolean | null> {
  const { communityId, linli } = stage
  const request = requestFor(stage, world, rows, act)
  if (!request) return null
  const { who, action, ...payload } = request
  const answer = await call(linli, who, action, { communityId, ...payload })
  if (!answer.ok && !['refused', 'not_found'].includes(answer.error.code))
    throw new Error(`${action} answered ${JSON.stringify(answer.error)}`)
  return answer.ok
}

function requestFor(stage: Stage, world: World, { slots, places, line }: Rows, act: Act) {
  if (act.kind === 'shrink') {
    const { capacity, keepWindowPlaces, dryRun } = act
    const slot = world.slots[act.slot]
    const row = slot && slots.find(({ id }) => id === stage.slotIds.get(slot))
    if (!row) return null
    const change = { slotId: row.id, version: row.version, capacity, keepWindowPlaces, dryRun }
    return { who: 'cadre', action: 'changeSlot' as const, ...change }
  }
  if (act.kind === 'book' || act.kind === 'join') {
    const home = world.homes[act.home]
    const slot = world.slots[act.slot]
    if (!home || !slot) return null
    const party = partyIn(
      { stage },
      slot,
      act.people.flatMap((index) => home.people[index] ?? []),
    )
    return act.kind === 'book'
      ? { who: home.name, action: 'bookSlot' as const, ...party }
      : { who: home.name, action: 'joinWaitlist' as const, ...party, usePoints: act.usePoints }
  }
  if (act.kind === 'cancel') {
    const held = places.filter((place) => place.held)
    const place = held[act.pick % held.length]
    if (!place) return null
    const attendeeIds = act.whole ? undefined : [place.attendeeId]
    return { who: nameOf(place), action: 'cancelBooking' as const, bookingId: place.bookingId, attendeeIds }
  }
  const entry = line[act.pick % line.length]
  if (!entry) return null
  const who = nameOf(entry)
  if (act.kind === 'leave') return { who, action: 'leaveWaitlist' as const, waitlistEntryId: entry.id }
  if (act.kind === 'change')
    return { who, action: 'changeWaitlist' as const, waitlistEntryId: entry.id, usePoints: act.usePoints }
  const offers = line.flatMap((it) => (it.offer ? { who: nameOf(it), offerId: it.offer.id } : []))
  const offer = offers[act.pick % offers.length]
  return offer ? { ...offer, action: 'acceptOffer' as const } : null
}

const nameOf = ({ householdId }: { householdId: string }) => householdId.replace(/family$/, '')
