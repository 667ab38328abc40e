import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { openPostgres } from '@/cloud/db/postgres'
import { findPostgres } from '../../config/find-postgres.mjs'
import { brokenInvariants } from '../invariants'
import { claim, command, gather, holders, type Crowd } from './backups'
import { createDatabase, deploy, done, type TestDeployment } from './deployment'
import { startOwnPostgres } from './own-postgres'

// Each starts programs that start databases; on a busy machine that takes its time.
jest.setTimeout(120_000)

const bin = findPostgres()
const withPrograms = bin ? describe : describe.skip

let stop = () => undefined as void
// After the hook, registered before, that drops the databases of this file.
afterAll(() => stop())

withPrograms('a backup of a PostgreSQL server', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'linli-backup-'))
  const file = path.join(folder, 'linli.dump')
  const PATH = `${bin}${path.delimiter}${process.env.PATH}`
  let linli: TestDeployment
  let crowd: Crowd
  /** claims acknowledged before the backup began, and all */
  let before: string[]
  let all: string[]
  let said: { code: number; text: string }
  const env = (url: string) => ({ DATABASE_URL: url, PATH })

  beforeAll(async () => {
    const own = await startOwnPostgres(bin ?? '')
    stop = own.stop
    process.env.TEST_DATABASE_URL = own.url
    linli = await deploy(Date.now())
    crowd = await gather(linli, 600)
    all = []
    let over = false
    const claimOn = async () => {
      for (const name of crowd.names.slice(0, -1)) {
        if (over && all.length > before.length) return
        await done(linli, name, 'bookSlot', claim(crowd))
        all.push(name)
        if (!over) await new Promise((resolve) => setTimeout(resolve, 5))
      }
    }
    const claiming = claimOn()
    while (all.length < 20) await new Promise((resolve) => setTimeout(resolve, 5))
    before = [...all]
    said = await command('backup', [file, '--verify'], env(linli.url))
    over = true
    await claiming
  })
  afterAll(async () => {
    await linli.close()
    rmSync(folder, { recursive: true })
  })

  it('is made while neighbours book, tried out, and readable to its owner alone', () => {
    expect(said).toEqual({
      code: 0,
      text: expect.stringMatching(
        /1 communities, 601 residents[^]*ledger: 1 entries, \d+ accounts, 0 broken/,
      ),
    })
    expect(statSync(file).mode & 0o777).toBe(0o600)
    expect(readdirSync(folder)).toEqual(['linli.dump'])
  })

  it('gives back every claim acknowledged before it began, and claims go on there', async () => {
    const { url, drop } = await createDatabase()
    const { code, text } = await command('restore', [file], env(url))
    expect({ code, text }).toEqual({ code: 0, text: expect.stringMatching(/0 broken[^]*is restored/) })
    const database = await openPostgres({ url, migrationUrl: null, connections: 2 })
    const restored = await holders(database)
    expect(before.filter((name) => !restored.includes(name))).toEqual([])
    expect(restored.filter((name) => !all.includes(name))).toEqual([])
    const last = crowd.names.at(-1) ?? ''
    await done({ ...linli, database }, last, 'bookSlot', claim(crowd))
    expect(await holders(database)).toContain(last)
    expect(await brokenInvariants(database)).toEqual([])
    for (const sql of ['DELETE FROM points_entry', 'UPDATE schema_migration SET name = name'])
      await expect(database.transaction((tx) => tx.query(sql))).rejects.toThrow(/permission denied/)
    await database.close()
    await drop()
  })

  it('goes into a database that another user owns', async () => {
    const { url, drop } = await createDatabase()
    const name = new URL(url).pathname.slice(1)
    const owner = new pg.Client({ connectionString: url })
    await owner.connect()
    await owner.query(
      `CREATE ROLE keeper LOGIN CREATEROLE PASSWORD 'x'; ALTER DATABASE ${name} OWNER TO keeper`,
    )
    const own = new URL(url)
    own.username = 'keeper'
    expect(await command('restore', [file], env(own.href))).toMatchObject({ code: 0 })
    await (await openPostgres({ url: own.href, migrationUrl: null, connections: 1 })).close()
    await owner.end()
    await drop()
  })

  it('goes over a database that is in use only when nobody uses it, and only when told so', async () => {
    const { url, drop } = await createDatabase()
    expect(await command('restore', [file], env(url))).toMatchObject({ code: 0 })
    const client = new pg.Client({ connectionString: url })
    await client.connect()
    await client.query('DELETE FROM answer; CREATE TABLE of_a_later_version (id text)')
    const count = async () => (await client.query('SELECT FROM answer')).rowCount
    const refused = async (args: string[], sentence: RegExp) => {
      expect(await command('restore', args, env(url))).toEqual({
        code: 1,
        text: expect.stringMatching(sentence),
      })
      expect(await count()).toBe(0)
    }
    await refused([file], /^The database is not empty \(\d+ tables\).*--replace/)
    await refused([file, '--replace'], /^The database is in use \(1 connections\)/)
    await client.end()
    expect(await command('restore', [file, '--replace'], env(url))).toMatchObject({ code: 0 })
    const again = new pg.Client({ connectionString: url })
    await again.connect()
    const { rows } = await again.query(
      `SELECT to_regclass('of_a_later_version') AS later, (SELECT count(*) FROM answer) > 0 AS full`,
    )
    expect(rows).toEqual([{ later: null, full: true }])
    await again.end()
    await drop()
  })

  describe('that is not whole, or not ours, changes nothing', () => {
    const bad = path.join(folder, 'bad.dump')
    let target: Awaited<ReturnType<typeof createDatabase>>
    beforeAll(async () => void (target = await createDatabase()))
    afterAll(() => target.drop())
    afterEach(() => rmSync(bad, { force: true }))

    async function refuses(sentence: RegExp) {
      const { code, text } = await command('restore', [bad], env(target.url))
      expect({ code, text }).toEqual({ code: 1, text: expect.stringMatching(sentence) })
      const client = new pg.Client({ connectionString: target.url })
      await client.connect()
      const { rowCount } = await client.query(
        `SELECT FROM pg_class WHERE relnamespace = 'public'::regnamespace`,
      )
      await client.end()
      expect(rowCount).toBe(0)
    }

    it.each([0.5, 0.9, 0.999])('as one cut off at %d of its length', async (part) => {
      const whole = readFileSync(file)
      writeFileSync(bad, whole.subarray(0, Math.floor(whole.length * part)))
      await refuses(/cannot be read to its end/)
    })

    it('as a text', async () => {
      writeFileSync(bad, 'CREATE TABLE x ();')
      await refuses(/is not a backup/)
    })

    it('as one of a later version of Linli', async () => {
      const later = await createDatabase()
      await command('restore', [file], env(later.url))
      const client = new pg.Client({ connectionString: later.url })
      await client.connect()
      await client.query(`INSERT INTO schema_migration VALUES (9999, '9999_later')`)
      await client.end()
      expect(await command('backup', [bad], env(later.url))).toMatchObject({ code: 0 })
      await later.drop()
      await refuses(/is newer \(migration 9999_later\)/)
    })

    it('as one of a data folder', async () => {
      writeFileSync(bad, Buffer.from([0x1f, 0x8b, 8, 0, 0, 0]))
      await refuses(/is of a data folder/)
    })
  })

  it('that stops half way leaves nothing of itself', async () => {
    const { url, drop } = await createDatabase()
    const programs = path.join(folder, 'half')
    mkdirSync(programs)
    const real = path.join(bin ?? '', 'pg_restore')
    // Reads the file to its end when it is looked at; put in, it breaks off between two statements.
    writeFileSync(
      path.join(programs, 'pg_restore'),
      `#!/bin/sh\ncase "$*" in *--schema=public*) ${real} --section=pre-data "$@"; exit 1;; *) exec ${real} "$@";; esac\n`,
    )
    chmodSync(path.join(programs, 'pg_restore'), 0o755)
    const { code, text } = await command('restore', [file], {
      DATABASE_URL: url,
      PATH: `${programs}${path.delimiter}${PATH}`,
    })
    rmSync(programs, { recursive: true })
    expect({ code, text }).toEqual({ code: 1, text: expect.stringMatching(/failed/) })
    const client = new pg.Client({ connectionString: url })
    await client.connect()
    const { rowCount } = await client.query(
      `SELECT FROM pg_class WHERE relnamespace = 'public'::regnamespace`,
    )
    await client.end()
    expect(rowCount).toBe(0)
    await drop()
  })

  it('is never written over another file, nor left half written', async () => {
    const size = statSync(file).size
    expect(await command('backup', [file], env(linli.url))).toEqual({
      code: 1,
      text: expect.stringMatching(/is there already/),
    })
    expect(statSync(file).size).toBe(size)
    const nowhere = 'postgres://nobody:hidden@127.0.0.1:1/none'
    const { code, text } = await command('backup', [path.join(folder, 'none.dump')], env(nowhere))
    expect(code).toBe(1)
    expect(text).not.toContain('hidden')
    expect(readdirSync(folder)).toEqual(['linli.dump'])
  })

  it('says which program is missing, or too old', async () => {
    const programs = path.join(folder, 'programs')
    const none = { DATABASE_URL: linli.url, PATH: programs }
    const other = path.join(folder, 'other.dump')
    expect((await command('backup', [other], none)).text).toMatch(
      /^pg_dump is not on the PATH.*postgresql-client/,
    )
    mkdirSync(programs)
    writeFileSync(path.join(programs, 'pg_dump'), '#!/bin/sh\necho "pg_dump (PostgreSQL) 9.6.24"\n')
    chmodSync(path.join(programs, 'pg_dump'), 0o755)
    expect((await command('backup', [other], none)).text).toMatch(
      /^pg_dump is of version 9, the server of version 1\d/,
    )
    expect(existsSync(other)).toBe(false)
  })
})
