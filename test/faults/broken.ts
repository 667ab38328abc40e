import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'

const SERVER = 'dist/server/server.mjs'

/** What a build can be deprived of, to see that the campaign notices: a text of the bundle, and what it becomes. */
const breaches: Record<string, [RegExp, string][]> = {
  // Answers are kept and never looked for: a request that is sent again is decided again.
  idempotency: [
    [/(function findAnswers\([^)]*\) \{)/, '$1 return Promise.resolve([]);'],
    [/kept: data !== null && payloadHash !== null \?/, 'kept: false ?'],
    [/(INSERT INTO answer [^`]*? AND r\.open_id = k\.open_id)`/, '$1 ON CONFLICT DO NOTHING`'],
  ],
  // The answer goes out before the commit has come back.
  commit: [
    [/await Promise\.all\(\[done\d*, committed\]\)/, 'committed.catch(() => undefined)'],
    [/await \(committed \?\? (commit\d*\(\))\)/, '(committed ?? $1).catch(() => undefined)'],
  ],
}

/** Runs work with the built server, or with a copy of it in which something is broken on purpose. */
export async function withBundle<Result>(
  broken: string | undefined,
  work: (bundle: string) => Promise<Result>,
): Promise<Result> {
  if (broken === undefined) return work(SERVER)
  const breach = breaches[broken]
  if (!breach) throw new Error(`--broken takes ${Object.keys(breaches).join(', ')}`)
  let text = readFileSync(SERVER, 'utf8')
  for (const [whole, part] of breach) {
    if (!whole.test(text)) throw new Error(`${SERVER} has nothing to break for ${broken}`)
    text = text.replace(whole, part)
  }
  // Beside the whole one: it loads its packages from there.
  const bundle = path.join(path.dirname(SERVER), `broken-${process.pid}.mjs`)
  writeFileSync(bundle, text)
  return work(bundle).finally(() => rmSync(bundle))
}
