import { contracts } from '@/contract/actions'
import { fromWire, isInstantKey, toWire } from '@/contract/instants'
import { describeActions } from '@/cloud/describe-actions'

interface Schema {
  type?: string | string[]
  format?: string
  properties?: Record<string, Schema>
  items?: Schema
  anyOf?: Schema[]
}

/** Every field of a JSON Schema, as [name, schema]. */
function fieldsOf(schema: Schema): [string, Schema][] {
  const own = Object.entries(schema.properties ?? {})
  const inner = [
    ...own.map(([, field]) => field),
    ...(schema.items ? [schema.items] : []),
    ...(schema.anyOf ?? []),
  ]
  return [...own, ...inner.flatMap(fieldsOf)]
}

const isTime = (schema: Schema): boolean =>
  schema.format === 'date-time' || (schema.anyOf?.some(isTime) ?? false)

const answers = describeActions().actions.flatMap(({ action, response }) =>
  fieldsOf(response as Schema).map(([name, schema]) => ({ action, name, schema })),
)

describe('times on the wire', () => {
  it('are fields whose names say so, and no others', () => {
    const wrong = answers.filter(({ name, schema }) => isInstantKey(name) !== isTime(schema))
    expect(wrong.map(({ action, name }) => `${action}.${name}`)).toEqual([])
  })

  it('come back as they were sent', () => {
    const value = {
      startsAt: 0,
      until: 1_772_330_400_000,
      list: [{ drawAt: null, count: 3 }],
      title: '2026-03-01T00:00:00.000Z',
    }
    expect(toWire(value)).toMatchObject({
      startsAt: '1970-01-01T00:00:00.000Z',
      until: '2026-03-01T02:00:00.000Z',
    })
    expect(fromWire(toWire(value))).toEqual(value)
  })
})

it('describes every action with both schemas', () => {
  const described = describeActions().actions
  expect(described.map(({ action }) => action).sort()).toEqual(Object.keys(contracts).sort())
  for (const { action, request, response } of described) {
    expect({ action, request: request.type, response: response.type }).toEqual({
      action,
      request: 'object',
      response: 'object',
    })
  }
})
