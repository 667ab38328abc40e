import { contracts, type ActionName } from '@/contract/actions'

/** Where in a payload an id stands: keys, with 0 for the first of a list. */
export interface IdField {
  action: ActionName
  path: (string | number)[]
}

interface Schema {
  type: string
  entries?: Record<string, Schema>
  wrapped?: Schema
  item?: Schema
  options?: readonly unknown[]
  pipe?: readonly { type: string }[]
}

// Read off a screen or a page before, or of the phone itself; they name no row.
const NO_IDS = ['communityId', 'cursor', 'code', 'codes', 'number', 'page', 'version', 'platform']

/** Every field of an action's request that names a row, optional ones and those within lists too. */
export function idFieldsOf(action: ActionName): IdField[] {
  return pathsOf(contracts[action].request as Schema, [])
    .filter((path) => !NO_IDS.includes(String(path[0])))
    .map((path) => ({ action, path }))
}

function pathsOf(schema: Schema, path: IdField['path']): IdField['path'][] {
  const { type, entries, wrapped, item, options, pipe } = schema
  if (entries) return Object.entries(entries).flatMap(([key, entry]) => pathsOf(entry, [...path, key]))
  if (wrapped) return pathsOf(wrapped, path)
  if (item) return pathsOf(item, [...path, 0])
  if (type === 'variant' || type === 'union')
    return (options ?? []).flatMap((option) => pathsOf(option as Schema, path))
  return type === 'string' && pipe?.some((step) => step.type === 'regex') ? [path] : []
}

/** A copy of the payload with this id in that place. */
export function withId(payload: object, [key = '', ...rest]: IdField['path'], id: string): object {
  const copy = (Array.isArray(payload) ? [...(payload as unknown[])] : { ...payload }) as Record<
    string | number,
    unknown
  >
  const inside = copy[key]
  // In a party the child stands in the place of whoever asks.
  if (key === 'childId' && copy.kind === 'self') copy.kind = 'child'
  if (rest.length === 0) copy[key] = id
  else copy[key] = withId((inside ?? (rest[0] === 0 ? [] : {})) as object, rest, id)
  return copy
}
