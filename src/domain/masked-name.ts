/** Stands where a name stood whose bearer has deleted the account: it names nobody, and hides nobody. */
export const DEPARTED_NAME = '已注销的居民'

/** The first character and nothing else: enough to find one's own name in a short list. */
export function maskName(name: string): string {
  if (name === DEPARTED_NAME) return name
  const [first] = name
  return first ? `${first}**` : ''
}
