// No request of ours is nested deeper than a handful.
const DEEPEST = 16

/**
 * What in a JSON value can never be stored: PostgreSQL has no U+0000, half of a surrogate pair is not
 * text, and what is nested without end is an attack.
 * @returns where and what, or null
 */
export function firstUnstorable(
  value: unknown,
  path = '',
  depth = 0,
): { path: string; message: string } | null {
  if (typeof value === 'string') {
    const bad = /\0|\p{Surrogate}/u.test(value)
    return bad ? { path, message: 'has characters that cannot be stored (U+0000 or half a pair)' } : null
  }
  if (value === null || typeof value !== 'object') return null
  if (depth > DEEPEST) return { path, message: 'is nested too deep' }
  for (const [key, item] of Object.entries(value)) {
    const inside = path === '' ? key : `${path}.${key}`
    const bad = firstUnstorable(key, path, depth) ?? firstUnstorable(item, inside, depth + 1)
    if (bad) return bad
  }
  return null
}
