/**
 * PostgreSQL cannot store U+0000, and half of a surrogate pair is not text.
 * @returns path of the first such string or key inside a JSON value, or null
 */
export function firstBadText(value: unknown, path = ''): string | null {
  if (typeof value === 'string') return /\0|\p{Surrogate}/u.test(value) ? path : null
  if (value === null || typeof value !== 'object') return null
  for (const [key, item] of Object.entries(value)) {
    const bad = firstBadText(key, path) ?? firstBadText(item, path === '' ? key : `${path}.${key}`)
    if (bad !== null) return bad
  }
  return null
}
