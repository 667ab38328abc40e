import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

/** The mini-program as the platform would be given it. */
const DIST = path.resolve('dist/weapp')

const LICENCES = /\.txt$/

/** Every file of the built mini-program by its path inside it, with forward slashes. */
export function readPackage(): Map<string, Buffer> {
  const names = readdirSync(DIST, { recursive: true, encoding: 'utf8' })
  const files = names.filter((name) => path.extname(name) !== '' && !LICENCES.test(name))
  return new Map(files.map((name) => [name.split(path.sep).join('/'), readFileSync(path.join(DIST, name))]))
}

/** Those that end in `extension`, as text, by their path without it. */
export function textsOf(files: Map<string, Buffer>, extension: string): Map<string, string> {
  const chosen = [...files].filter(([name]) => name.endsWith(extension))
  return new Map(chosen.map(([name, content]) => [name.slice(0, -extension.length), content.toString()]))
}
