import { HOSTILE_KEYS, HOSTILE_NUMBERS, HOSTILE_TEXTS, HOSTILE_TIMES } from './hostile'
import type { Making } from './payload'

type Holder = Record<string, unknown>
/** One place in a payload: what holds it, and under which key. */
type Place = [holder: Holder, key: string]

/** A copy of the payload with one to three things wrong with it, or merely unusual. */
export function mutate(making: Making, payload: unknown): unknown {
  const root = { payload: structuredClone(payload) }
  const times = 1 + making.chance.below(3)
  for (let time = 0; time < times; time += 1) change(making, placesOf(root))
  return root.payload
}

function placesOf(holder: object): Place[] {
  return Object.keys(holder).flatMap((key) => {
    const value = (holder as Holder)[key]
    const inside = value !== null && typeof value === 'object' ? placesOf(value).slice(0, 200) : []
    return [[holder as Holder, key] as Place, ...inside]
  })
}

function change({ chance, known }: Making, places: Place[]): void {
  const place = chance.pick(places) as Place | undefined
  // Nothing is left to change.
  if (!place) return
  const [holder, key] = place
  const value = holder[key]
  const isObject = value !== null && typeof value === 'object'
  switch (chance.below(isObject ? 8 : 6)) {
    case 0:
      if (places.length > 1 && !Array.isArray(holder)) delete holder[key]
      return
    case 1:
      holder[key] = chance.pick(HOSTILE_TEXTS)
      return
    case 2:
      holder[key] = chance.pick(HOSTILE_NUMBERS)
      return
    case 3:
      holder[key] = chance.pick([
        null,
        true,
        false,
        [],
        {},
        [null],
        { length: 1 },
        [[]],
        '@@1e999@@',
        '@@-0@@',
      ])
      return
    case 4:
      holder[key] = known.pick(chance.pick(['residentId', 'slotId', 'communityId', 'childId'])) ?? ''
      return
    case 5:
      holder[key] = /At$|^(from|until)$/.test(key)
        ? chance.pick(HOSTILE_TIMES)
        : wrapped(value, chance.below(4))
      return
    default:
      grow(value as Holder, chance.pick(HOSTILE_KEYS), chance.pick([2, 13, 100, 3_000]))
  }
}

function wrapped(value: unknown, how: number): unknown {
  if (how === 0) return [value]
  if (how === 1) return { value }
  if (how === 2) return typeof value === 'object' ? JSON.stringify(value) : String(value)
  return typeof value === 'string' ? `${value} ` : deep(30)
}

function deep(levels: number): unknown {
  let nested: unknown = 'x'
  for (let level = 0; level < levels; level += 1) nested = level % 2 ? [nested] : { nested }
  return nested
}

/** A list gets many of what it holds; an object a key it does not know, as its own even when that is `__proto__`. */
function grow(value: Holder, key: string, times: number): void {
  if (Array.isArray(value)) value.push(...Array.from({ length: times }, () => (value as unknown[])[0] ?? 'x'))
  else Object.defineProperty(value, key, { value: 'x', enumerable: true, configurable: true, writable: true })
}

/** The body as it is sent: numbers that JSON can say and JavaScript cannot hold are put in as text. */
export function bodyOf(payload: unknown): string {
  return (JSON.stringify(payload) ?? '').replace(/"@@(1e999|-0)@@"/g, '$1')
}
