import type { SlotDraft } from '@/domain/call'
import { weekStart, type Instant } from '@/domain/time'
import type { Chance } from './chance'
import type { Cast, Family, Person } from './people'
import { personas } from './personas'
import type { Registered } from './register'

/** Somebody who may take places in a slot, and for whom. */
export interface Taker {
  code: string
  party: ({ kind: 'self' } | { kind: 'child'; childId: string })[]
}

type Slot = Pick<SlotDraft, 'kind' | 'ageBand' | 'skill'>
type Time = { startsAt: Instant; endsAt: Instant }

const POSTS_A_WEEK = 2

/**
 * The confirmed neighbours who come to things, personas aside. Keeps in mind who is busy when, so that
 * nearly nobody asks in vain: a demo of a thousand refusals would take its time.
 */
export class Neighbours {
  private readonly families: Family[]
  private readonly children: Map<string, Registered['children']>
  private readonly busy = new Map<string, Time[]>()

  constructor(
    private readonly chance: Chance,
    cast: Cast,
    register: Registered[],
  ) {
    const codes = new Set(personas.map((persona) => persona.code))
    this.families = cast.families.filter(
      ({ confirmed, adults }) => confirmed && !adults.some((adult) => codes.has(adult.code)),
    )
    this.children = new Map(register.map(({ code, children }) => [code, children]))
  }

  /** Those who could take places in a slot, in an order of chance. */
  *takers(slot: Slot, time: Time): Generator<Taker> {
    for (const family of this.chance.shuffle(this.families)) {
      const person = family.adults.find((adult) => this.suits(adult, family, slot, time))
      const taker = person && this.taker(person.code, slot)
      if (taker && taker.party.length > 0) yield taker
    }
  }

  /** A resident with those they would book for: children of the right age, or themselves. */
  taker(code: string, { ageBand }: Pick<Slot, 'ageBand'>): Taker {
    if (ageBand === null) return { code, party: [{ kind: 'self' }] }
    const children = (this.children.get(code) ?? []).filter((child) => child.ageBand === ageBand)
    return { code, party: children.map(({ id }) => ({ kind: 'child', childId: id })) }
  }

  /** Will be there then, and is asked for nothing else meanwhile. */
  note(code: string, slot: Slot, time: Time): void {
    for (const key of keysOf(code, slot)) this.busy.set(key, [...(this.busy.get(key) ?? []), time])
  }

  private suits({ code, skills }: Person, { adults }: Family, slot: Slot, time: Time): boolean {
    if (slot.skill !== null && !skills.includes(slot.skill)) return false
    const overlaps = (other: Time) => other.startsAt < time.endsAt && time.startsAt < other.endsAt
    if (this.busy.get(keysOf(code, slot)[0])?.some(overlaps)) return false
    if (slot.kind === 'seat') return true
    const posts = adults.flatMap((adult) => this.busy.get(`${adult.code}:posts`) ?? [])
    const monday = weekStart(time.startsAt)
    return posts.filter((other) => weekStart(other.startsAt) === monday).length < POSTS_A_WEEK
  }
}

// A child in a class leaves its parent free.
function keysOf(code: string, slot: Slot): [string, ...string[]] {
  if (slot.ageBand !== null) return [`${code}:children`]
  return slot.kind === 'post' ? [code, `${code}:posts`] : [code]
}
