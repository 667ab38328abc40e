/** One intention of a person: kept when the request is repeated, so that it has one effect. */
export function newRequestId(): string {
  const random = () => Math.random().toString(36).slice(2, 10).padEnd(8, '0')
  return `${Date.now().toString(36)}${random()}${random()}`
}
