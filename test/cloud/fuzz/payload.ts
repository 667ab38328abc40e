import type { Chance } from '@/cloud/demo/chance'
import { DAY, HOUR, MINUTE, type Instant } from '@/domain/time'
import { HOSTILE_NUMBERS, HOSTILE_TEXTS, HOSTILE_TIMES } from './hostile'
import type { Known } from './known'

export interface Making {
  chance: Chance
  known: Known
  now: Instant
}

/** What is read of a valibot schema; which parts are there depends on its type. */
interface Schema {
  type: string
  kind?: string
  entries?: Record<string, Schema>
  wrapped?: Schema
  item?: Schema
  options?: readonly unknown[]
  literal?: unknown
  requirement?: unknown
  pipe?: readonly Schema[]
}

/** A payload that fits the schema, at its boundaries as often as not; rules in code may refuse it all the same. */
export function payloadOf(making: Making, schema: unknown, field = ''): unknown {
  const { chance } = making
  const { type, entries, wrapped, item, options = [], literal } = schema as Schema
  switch (type) {
    case 'object':
    case 'strict_object':
    case 'loose_object':
      return objectOf(making, entries ?? {})
    case 'optional':
      return payloadOf(making, wrapped, field)
    case 'nullable':
    case 'nullish':
      return chance.percent(30) ? null : payloadOf(making, wrapped, field)
    case 'array':
      return Array.from({ length: lengthOf(making, schema as Schema) }, () => payloadOf(making, item, field))
    case 'picklist':
      return chance.pick(options)
    case 'literal':
      return literal
    case 'variant':
    case 'union':
      return payloadOf(making, chance.pick(options), field)
    case 'boolean':
      return chance.percent(50)
    case 'number':
      return numberOf(making, schema as Schema)
    case 'string':
      return stringOf(making, schema as Schema, field)
    default:
      throw new Error(`the fuzz does not know the schema ${type} of ${field}`)
  }
}

function objectOf(making: Making, entries: Record<string, Schema>): object {
  const kept = Object.entries(entries).filter(
    ([, { type }]) => type !== 'optional' || making.chance.percent(50),
  )
  return Object.fromEntries(kept.map(([key, entry]) => [key, payloadOf(making, entry, key)]))
}

/** The steps of a pipe, those of a pipe within it first. */
function stepsOf(schema: Schema): Schema[] {
  return (schema.pipe ?? []).flatMap((step) => (step === schema || !step.pipe ? [step] : stepsOf(step)))
}

function bound(schema: Schema, type: string): number | undefined {
  const step = stepsOf(schema).find((it) => it.type === type)
  return typeof step?.requirement === 'number' ? step.requirement : undefined
}

function lengthOf({ chance }: Making, schema: Schema): number {
  const least = bound(schema, 'min_length') ?? 0
  const most = Math.min(bound(schema, 'max_length') ?? 5, 100)
  return chance.percent(80)
    ? Math.min(most, Math.max(least, 1 + chance.below(2)))
    : chance.pick([least, most, most + 1])
}

function numberOf({ chance }: Making, schema: Schema): number {
  const least = bound(schema, 'min_value') ?? 0
  const most = bound(schema, 'max_value') ?? 100
  if (chance.percent(5)) return chance.pick(HOSTILE_NUMBERS)
  if (chance.percent(30)) return chance.pick([least, most, least - 1, most + 1])
  return least + chance.below(Math.min(most - least, 1000) + 1)
}

const CODES = ['123456', '000000', '123', '12345', '13812345678', '0', 'zzzzzz', 'zzzzzzzzzz', 'zzzzzzzzzzzz']

function stringOf(making: Making, schema: Schema, field: string): string {
  const { chance, known } = making
  const steps = stepsOf(schema)
  if (steps.some((it) => it.type === 'iso_timestamp')) return timeOf(making)
  const form = steps.find((it) => it.type === 'regex')?.requirement
  if (form instanceof RegExp) {
    const told = known.pick(field)
    if (told !== undefined && chance.percent(90)) return told
    return chance.pick([...CODES.filter((it) => form.test(it)), 'x'])
  }
  const most = bound(schema, 'max_length') ?? 40
  if (chance.percent(50))
    return chance.pick(['王芳', '一起读一本绘本', '3号楼', '李静', '因为下雨', '红领巾书屋'])
  if (chance.percent(10)) return '字'.repeat(chance.pick([most, most + 1, Math.floor(most / 2)]))
  return chance.pick(HOSTILE_TEXTS).slice(0, most)
}

function timeOf({ chance, now }: Making): string {
  if (chance.percent(15)) return chance.pick(HOSTILE_TIMES)
  const away = chance.pick([-DAY, -HOUR, 0, MINUTE, HOUR, DAY, 3 * DAY, 20 * DAY])
  return new Date(now + away + chance.below(4) * HOUR).toISOString()
}
