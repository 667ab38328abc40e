import { execFileSync } from 'node:child_process'
import { readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { createHttp } from '@/cloud/http'
import { readEnvironment } from '@/cloud/environment'
import { StartupError } from '@/cloud/startup-error'
import { deploy } from './deployment'

const DATABASE_URL = 'postgres://linli:the-password@db.invalid/linli'
const LOGIN = {
  LINLI_MODE: 'login',
  DATABASE_URL,
  WX_APPID: 'wx0123456789abcdef',
  WX_SECRET: 'the-secret-of-the-app',
  TOKEN_SECRET: 't'.repeat(32),
  DOOR_KEY: 'd'.repeat(32),
}
const GATEWAY = { LINLI_MODE: 'gateway', DATABASE_URL, DOOR_KEY: LOGIN.DOOR_KEY }

function refusal(variables: Record<string, string | undefined>): string {
  try {
    readEnvironment(variables)
  } catch (error) {
    if (error instanceof StartupError) return error.message
    throw error
  }
  throw new Error('it would have started')
}

describe('a secret', () => {
  it.each([
    ['login', LOGIN, ['WX_APPID', 'WX_SECRET', 'TOKEN_SECRET', 'DOOR_KEY']],
    ['gateway', GATEWAY, ['DOOR_KEY']],
  ] as const)('that is missing or empty is named, in mode %s', (_, variables, needed) => {
    expect(readEnvironment(variables).mode).toBe(variables.LINLI_MODE)
    for (const name of needed) {
      for (const value of [undefined, '']) expect(refusal({ ...variables, [name]: value })).toContain(name)
    }
  })

  it.each(['TOKEN_SECRET', 'DOOR_KEY', 'METRICS_TOKEN'])(
    'that is too short is refused without being repeated: %s',
    (name) => {
      const sentence = refusal({ ...LOGIN, [name]: 'hunter2-hunter2-hunter2-hunter2' })
      expect(sentence).toContain(`${name} must be at least 32 characters`)
      expect(sentence).not.toContain('hunter2')
    },
  )

  it('is not in what is said about another variable', () => {
    for (const wrong of [
      { PORT: 'x' },
      { LINLI_MODE: 'x' },
      { DATABASE_URL: 'postgres://a:the-password@[/' },
    ]) {
      const sentence = refusal({ ...LOGIN, ...wrong })
      for (const secret of ['the-password', LOGIN.WX_SECRET, LOGIN.TOKEN_SECRET, LOGIN.DOOR_KEY])
        expect(sentence).not.toContain(secret)
    }
  })

  it('of files behind a gateway is another than the key it is made from', () => {
    expect(readEnvironment(GATEWAY).tokenSecret).not.toContain(GATEWAY.DOOR_KEY)
  })

  it('of a demo is a new one at each start', () => {
    expect(readEnvironment({}).tokenSecret).not.toBe(readEnvironment({}).tokenSecret)
  })

  it('is in no source', () => {
    const sources = (folder: string): string[] =>
      readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
        const place = path.join(folder, entry.name)
        if (entry.isDirectory()) return entry.name === 'node_modules' ? [] : sources(place)
        return /\.(ts|tsx|mjs|json|cjs)$/.test(entry.name) && !entry.name.includes('lock') ? [place] : []
      })
    const given = /(secret|password|token_secret|door_?key)['"]?\s*[:=]\s*['"`][^'"`${]{8,}['"`]/i
    const found = ['src', 'config'].flatMap(sources).filter((file) => given.test(readFileSync(file, 'utf8')))
    // The database that tests bring along, in a folder of its own on the loopback.
    expect(found).toEqual(['config/jest/postgres.mjs'])
  })
})

describe('the cloud function without a secret', () => {
  const call = `require('./dist/cloud/api/index.js').main({ action: 'listCommunities', payload: {} })
    .then((answer) => { console.log('ANSWER ' + JSON.stringify(answer)); process.exit(0) })`

  it.each([
    ['DATABASE_URL', { DOOR_KEY: LOGIN.DOOR_KEY }],
    ['DOOR_KEY', { DATABASE_URL }],
    ['DOOR_KEY', { DATABASE_URL, DOOR_KEY: 'hunter2' }],
  ])('answers that it is not available, and its log names %s', (name, variables) => {
    const env = { PATH: process.env.PATH, ...variables } as unknown as NodeJS.ProcessEnv
    const said = execFileSync(process.execPath, ['-e', call], { env, encoding: 'utf8' })
    const answer = /^ANSWER (.*)$/m.exec(said)?.[1] ?? ''
    expect(JSON.parse(answer)).toMatchObject({ ok: false, error: { code: 'unavailable' } })
    expect(answer).not.toContain(name)
    expect(said).toContain(`${name} `)
    for (const secret of ['the-password', 'hunter2', LOGIN.DOOR_KEY]) expect(said).not.toContain(secret)
  })
})

describe('demo mode', () => {
  const values = {
    LINLI_MODE: [undefined, '', 'demo', 'login', 'gateway', 'Demo', ' demo', 'demo,login', 'true'],
    NODE_ENV: [undefined, 'production'],
    DATABASE_URL: [undefined, DATABASE_URL],
    LINLI_DEMO_DATABASE: [undefined, 'yes', 'no', '1', 'YES'],
    LINLI_DEMO_SEED: [undefined, 'none'],
  }
  const every = Object.entries(values).reduce<Record<string, string | undefined>[]>(
    (before, [name, some]) => before.flatMap((it) => some.map((value) => ({ ...it, [name]: value }))),
    [{ ...LOGIN }],
  )

  it('is not to be had in production, nor on a real database unasked, whatever else is set', () => {
    let demos = 0
    for (const variables of every) {
      let mode: string | null = null
      try {
        mode = readEnvironment(variables).mode
      } catch (error) {
        expect(error).toBeInstanceOf(StartupError)
      }
      if (mode !== 'demo') continue
      demos += 1
      expect(variables.NODE_ENV).not.toBe('production')
      if (variables.DATABASE_URL) expect(variables.LINLI_DEMO_DATABASE).toBe('yes')
    }
    expect(demos).toBeGreaterThan(0)
  })

  it('leaves no door where it is off: no persona signs in, and no clock is moved', async () => {
    const linli = await deploy(Date.UTC(2026, 10, 25, 2))
    linli.services.identities = { ...linli.services.identities, exchangeCode: () => Promise.resolve(null) }
    const app = createHttp({ deployment: linli, trustGateway: false, assets: null })
    for (const [method, target] of [
      ['GET', '/demo/personas'],
      ['GET', '/demo/platform'],
      ['GET', '/demo/platform.json'],
      ['POST', '/demo/clock'],
    ] as const)
      expect(
        (await app.request(target, { method, ...(method === 'POST' && { body: '{"reset":true}' }) })).status,
      ).toBe(404)
    const body = JSON.stringify({ code: 'admin' })
    expect((await app.request('/api/signIn', { method: 'POST', body })).status).not.toBe(200)
    await linli.close()
  })

  it('is not in the cloud function at all', () => {
    const bundle = readFileSync('dist/cloud/api/index.js', 'utf8')
    for (const part of ['demo:', '/demo/', 'LINLI_MODE', '林晓雯', 'platform.invalid'])
      expect(bundle).not.toContain(part)
  })
})
