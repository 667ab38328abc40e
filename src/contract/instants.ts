/**
 * Times are milliseconds inside and ISO-8601 UTC on the wire. Which fields are times is said by their
 * names, so that one pair of functions converts every request and every answer.
 */
export function isInstantKey(key: string): boolean {
  return /^(at|now|until|from)$|(At|Until|From)$/.test(key)
}

/** A copy of `value` with every time as an ISO-8601 string. */
export function toWire(value: unknown): unknown {
  return mapInstants(value, (time) => (typeof time === 'number' ? new Date(time).toISOString() : time))
}

/** The inverse of {@link toWire}. */
export function fromWire(value: unknown): unknown {
  return mapInstants(value, (time) => (typeof time === 'string' ? Date.parse(time) : time))
}

function mapInstants(value: unknown, convert: (time: unknown) => unknown): unknown {
  if (Array.isArray(value)) return value.map((item) => mapInstants(item, convert))
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [
      key,
      isInstantKey(key) && !Array.isArray(item) ? convert(item) : mapInstants(item, convert),
    ]),
  )
}
