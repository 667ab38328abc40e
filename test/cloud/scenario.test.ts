import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createDatabase } from './deployment'

/** Runs `npm run scenario`'s program; its output tells where it stopped. */
async function play(databaseUrl: string | null): Promise<{ code: number | null; output: string }> {
  const { DATABASE_URL: _, ...rest } = process.env
  const env = databaseUrl ? { ...rest, DATABASE_URL: databaseUrl } : rest
  const child = spawn(process.execPath, ['config/run.mjs', 'test/scenario/main-job.ts'], { env })
  let output = ''
  child.stdout.on('data', (chunk) => (output += String(chunk)))
  child.stderr.on('data', (chunk) => (output += String(chunk)))
  const [code] = (await once(child, 'close')) as [number | null]
  return { code, output }
}

describe('the main job over the public API of a fresh server', () => {
  it('works on PostgreSQL', async () => {
    const { url, drop } = await createDatabase()
    const { code, output } = await play(url)
    await drop()
    expect(output).toMatch(/The main job works\.\s*$/)
    expect(code).toBe(0)
  }, 120_000)

  it('works on PGlite', async () => {
    const { code, output } = await play(null)
    expect(output).toMatch(/The main job works\.\s*$/)
    expect(code).toBe(0)
  }, 180_000)
})
