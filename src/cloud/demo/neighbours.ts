import type { SlotDraft } from '@/domain/call'
import { weekStart, type Instant } from '@/domain/time'
import type { Chance } from './chance'
import { COMMUNITY } from './neighbourhood'
import type { Cast, Family, Person } from './people'
import { openIdOf, personas } from './personas'
import type { Stage } from './stage'

/** Somebody who may take places in a slot, and for whom. */
export interface Taker {
  person: Person
  party: ({ kind: 'self' } | { kind: 'child'; childId: string })[]
}

type Slot = Pick<SlotDraft, 'kind' | 'ageBand' | 'skill' | 'price'>
type Time = { startsAt: Instant; endsAt: Instant }

const POSTS_A_WEEK = 2

/**
 * The confirmed neighbours who come to things, personas aside. Keeps in mind who is busy when, so that
 * nearly nobody asks in vain: a demo of a thousand refusals would take its time.
 */
export class Neighbours {
  readonly families: Family[]
  private readonly busy = new Map<string, Time[]>()
  private readonly children = new Map<string, { id: string; ageBand: string }[]>()

  constructor(
    private readonly stage: Stage,
    private readonly chance: Chance,
    cast: Cast,
  ) {
    const codes = new Set(personas.map((persona) => persona.code))
    this.families = cast.families.filter(
      (family) => family.confirmed && !family.adults.some((adult) => codes.has(adult.code)),
    )
  }

  /** Those who could take places in a slot, in an order of chance. */
  async *takers(slot: Slot, time: Time): AsyncGenerator<Taker> {
    const able = slot.price === null ? null : await this.withPoints(slot.price)
    for (const family of this.chance.shuffle(this.families)) {
      const person = family.adults.find((adult) => this.suits(adult, family, slot, time))
      if (!person || (able && !able.has(openIdOf(person.code) ?? ''))) continue
      const party = await this.partyOf(person, slot)
      if (party.length > 0) yield { person, party }
    }
  }

  /** The people a resident would book for: children of the right age, or themselves. */
  async partyOf({ code }: Person, { ageBand }: Pick<Slot, 'ageBand'>): Promise<Taker['party']> {
    if (ageBand === null) return [{ kind: 'self' }]
    let children = this.children.get(code)
    if (!children) {
      children = (await this.stage.act(code, 'getHousehold', {})).children
      this.children.set(code, children)
    }
    return children.filter((it) => it.ageBand === ageBand).map(({ id }) => ({ kind: 'child', childId: id }))
  }

  /** Will be there then, and is asked for nothing else meanwhile. */
  note(code: string, slot: Slot, time: Time): void {
    for (const key of keysOf(code, slot)) this.busy.set(key, [...(this.busy.get(key) ?? []), time])
  }

  private suits({ code, skills }: Person, family: Family, slot: Slot, time: Time): boolean {
    if (slot.skill !== null && !skills.includes(slot.skill)) return false
    if (slot.ageBand !== null && !family.children.some((child) => child.ageBand === slot.ageBand))
      return false
    const [own = ''] = keysOf(code, slot)
    const overlaps = (other: Time) => other.startsAt < time.endsAt && time.startsAt < other.endsAt
    if (this.busy.get(own)?.some(overlaps)) return false
    if (slot.kind === 'seat') return true
    const posts = family.adults.flatMap((adult) => this.busy.get(`${adult.code}:posts`) ?? [])
    const monday = weekStart(time.startsAt)
    return posts.filter((other) => weekStart(other.startsAt) === monday).length < POSTS_A_WEEK
  }

  /** Open ids of those whose household has so many points. */
  private async withPoints(points: number): Promise<Set<string>> {
    const rows = await this.stage.tx.query<{ openId: string }>(
      `SELECT r.open_id AS "openId" FROM resident r
       JOIN household h ON h.community_id = r.community_id AND h.id = r.household_id
       WHERE r.community_id = $1 AND h.balance >= $2`,
      [COMMUNITY.id, points],
    )
    return new Set(rows.map((row) => row.openId))
  }
}

// A child in a class leaves its parent free.
function keysOf(code: string, slot: Slot): string[] {
  if (slot.ageBand !== null) return [`${code}:children`]
  return slot.kind === 'post' ? [code, `${code}:posts`] : [code]
}
