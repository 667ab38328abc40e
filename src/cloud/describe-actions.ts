import { toJsonSchema } from '@valibot/to-json-schema'
import { contracts, type ActionName } from '@/contract/actions'
import { wireTime } from '@/contract/fields'
import { actions } from './actions'

/** Every action with the role it needs and the JSON Schemas of its request and answer. */
export function describeActions() {
  return {
    actions: (Object.keys(actions) as ActionName[]).map((name) => ({
      action: name,
      access: actions[name].access,
      writes: actions[name].writes,
      request: schemaOf(contracts[name].request),
      response: schemaOf(contracts[name].response),
    })),
  }
}

function schemaOf(schema: Parameters<typeof toJsonSchema>[0]) {
  return toJsonSchema(schema, {
    typeMode: 'input',
    // Rules in code (characters counted as people do, nobody named twice) have no word in JSON Schema.
    errorMode: 'ignore',
    overrideAction: ({ valibotAction, jsonSchema }) =>
      valibotAction === wireTime ? { type: 'string', format: 'date-time' } : jsonSchema,
  })
}
