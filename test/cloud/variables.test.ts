import { readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'

const SOURCES = /\.(ts|tsx|mjs)$/
// Those of every machine, or of Taro's own builds.
// LINLI_CONTRACT is put in by the build itself.
const NOT_OURS = ['PATH', 'TARO_ENV', 'BROWSERSLIST_ENV', 'LINLI_CONTRACT']

function sourcesUnder(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => name !== 'node_modules')
    .flatMap((entry) => {
      const place = path.join(folder, entry.name)
      return entry.isDirectory() ? sourcesUnder(place) : SOURCES.test(entry.name) ? [place] : []
    })
}

const code = [...sourcesUnder('src'), ...sourcesUnder('config')]
  .map((file) => readFileSync(file, 'utf8'))
  .join('\n')
const matches = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([, name = '']) => name)

/** However it is taken: process.env.NAME, variables.NAME, read(variables, 'NAME'), const { NAME } = process.env */
const read = new Set([
  ...matches(code, /\b(?:process\.env|variables)\.([A-Z][A-Z_]+)/g),
  ...matches(code, /\(variables, '([A-Z_]+)'[,)]/g),
  ...matches(code, /const \{([^}]+)\} = process\.env/g).flatMap((names) =>
    matches(names, /\b([A-Z][A-Z_]+)\b/g),
  ),
])
// What the programs hand to one another is nobody else's to set.
const handedOn = new Set(matches(code, /process\.env\.([A-Z_]+) = /g))

const readme = readFileSync('README.md', 'utf8')
const rows = readme.split('\n').filter((line) => line.startsWith('| `'))
const named = new Set(rows.flatMap((row) => matches(row.split(' | ')[0] ?? '', /`([A-Z][A-Z_]+)(?:=\w+)?`/g)))

describe('the tables of variables in the README', () => {
  it('have every variable that a program reads', () => {
    const owed = [...read].filter((name) => !handedOn.has(name) && !NOT_OURS.includes(name))
    expect(owed.length).toBeGreaterThan(15)
    expect(owed.filter((name) => !named.has(name))).toEqual([])
  })

  it('have none that nobody reads', () => {
    expect([...named].filter((name) => !read.has(name))).toEqual([])
  })
})
