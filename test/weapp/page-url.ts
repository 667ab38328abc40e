/** A page's address as share cards and the way between pages carry it: `/pages/session/index?c=…&s=…`. */
export function readUrl(url: string): { path: string; query: Record<string, string> } {
  const [path = '', text = ''] = url.split('?')
  // Values arrive as they were written: the platform decodes none of them.
  const pairs = text.split('&').filter(Boolean)
  const query = Object.fromEntries(pairs.map((pair) => pair.split('=') as [string, string]))
  return { path: path.replace(/^\//, ''), query }
}

export function writeUrl(path: string, query: Record<string, string>): string {
  const pairs = Object.entries(query).map((pair) => pair.join('='))
  return `/${path}?${pairs.join('&')}`
}
