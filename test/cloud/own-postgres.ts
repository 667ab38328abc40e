import { execFileSync } from 'node:child_process'
import { chmodSync, chownSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'

const freePort = () =>
  new Promise<number>((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo
      probe.close(() => resolve(port))
    })
  })

/**
 * A PostgreSQL of this machine, from its packages: the one npm brings along comes without pg_dump, and is newer than
 * the pg_dump of most.
 * @param bin the folder of its programs
 */
export async function startOwnPostgres(bin: string): Promise<{ url: string; stop: () => void }> {
  const folder = mkdtempSync(path.join(tmpdir(), 'linli-own-postgres-'))
  const port = await freePort()
  const asRoot = process.getuid?.() === 0
  // It does not run as root.
  const uid = asRoot ? Number(execFileSync('id', ['-u', 'postgres'], { encoding: 'utf8' })) : undefined
  if (uid !== undefined) chownSync(folder, uid, uid)
  chmodSync(folder, 0o755)
  const run = (program: string, args: string[]) =>
    execFileSync(path.join(bin, program), args, { stdio: 'ignore', cwd: folder, ...(uid ? { uid } : {}) })
  const data = path.join(folder, 'data')
  run('initdb', ['-D', data, '-U', 'postgres', '-A', 'trust', '--locale=C', '--encoding=UTF8', '--no-sync'])
  const settings = `-p ${port} -k ${folder} -c listen_addresses=127.0.0.1 -c fsync=off -c max_connections=100`
  run('pg_ctl', ['-D', data, '-w', '-o', settings, '-l', path.join(folder, 'log'), 'start'])
  return {
    url: `postgres://postgres:a-password@127.0.0.1:${port}/postgres`,
    stop: () => {
      run('pg_ctl', ['-D', data, '-w', '-m', 'immediate', 'stop'])
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
