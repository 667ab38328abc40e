import type { Chance } from '@/cloud/demo/chance'

const MOST_OF_A_KIND = 60

/** What other fields than the id's own name may hold the same id. */
const ALSO: Record<string, string[]> = {
  attendeeId: ['attendeeId', 'residentId', 'childId'],
  absent: ['attendeeId', 'residentId', 'childId'],
  keep: ['householdId', 'residentId'],
  drop: ['householdId', 'residentId'],
  replaces: ['heldId'],
  slotId: ['slotId', 'drawSlotId'],
  residentId: ['residentId', 'skilledId', 'attendeeId'],
}

/** Ids and codes that answers have told, by the field that asks for one. */
export class Known {
  private readonly byField = new Map<string, string[]>()

  constructor(private readonly chance: Chance) {}

  add(field: string, value: string): void {
    const known = this.byField.get(field) ?? []
    if (known.length < MOST_OF_A_KIND) known.push(value)
    else known[this.chance.below(known.length)] = value
    this.byField.set(field, known)
  }

  /** @returns one that this field may ask for; undefined: none is known */
  pick(field: string): string | undefined {
    const single = field.replace(/Ids$/, 'Id')
    const known = (ALSO[single] ?? [single]).flatMap((it) => this.byField.get(it) ?? [])
    return known.length > 0 ? this.chance.pick(known) : undefined
  }

  /** Keeps what an answer names. */
  learn(value: unknown, field = ''): void {
    if (Array.isArray(value)) for (const item of value) this.learn(item, field.replace(/s$/, ''))
    else if (typeof value === 'string') {
      if (/Id$|^(code|number|cursor)$/.test(field)) this.add(field, value)
    } else if (value !== null && typeof value === 'object') {
      for (const [key, item] of Object.entries(value))
        this.learn(item, key === 'id' ? `${field}Id` : key === 'nextCursor' ? 'cursor' : key)
    }
  }
}
