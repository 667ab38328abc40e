import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { validate } from 'dockerfile-utils'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { all, command, copies, environment, layOut, readStages } from './container-file'
import { createDatabase } from './deployment'

const FILE = 'config/Dockerfile'
const [build = [], image = []] = readStages(FILE)

interface Lock {
  packages: Record<string, { dev?: boolean; devOptional?: boolean }>
}

describe('the container file', () => {
  it('passes the linter without a word', () => {
    expect(validate(readFileSync(FILE, 'utf8'))).toEqual([])
  })

  it('copies only what is there', () => {
    const sources = copies(build).filter(({ target }) => target !== '.')
    expect(sources).not.toEqual([])
    for (const { source } of sources) expect(existsSync(source)).toBe(true)
  })

  it('installs what is locked, and lets no package run a script', () => {
    const installs = all(build, 'RUN').filter((rest) => rest.includes('npm ci'))
    expect(installs).toEqual([expect.stringContaining('--ignore-scripts')])
  })

  it('keeps secrets and this machine out of the build', () => {
    const kept = readFileSync(`${FILE}.dockerignore`, 'utf8').split('\n')
    expect(kept).toEqual(expect.arrayContaining(['**/node_modules', '**/.env*', '**/*.key', '.data', '.git']))
  })

  it('runs for production as a user who is not root, on a port that such a user may open', () => {
    expect(all(image, 'USER')).toEqual(['node'])
    expect(image.findIndex(({ name }) => name === 'USER')).toBeLessThan(
      image.findIndex(({ name }) => name === 'CMD'),
    )
    const { NODE_ENV, PORT } = environment(image)
    expect(NODE_ENV).toBe('production')
    expect(Number(PORT)).toBeGreaterThanOrEqual(1024)
    expect(all(image, 'EXPOSE')).toEqual([PORT])
  })
})

// No engine runs here: the folder holds what the last stage copies, and the start command runs in it.
describe('the image', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'linli-image-'))
  const children: ChildProcess[] = []

  beforeAll(() => {
    const packaging = /node (config\/image-packages\.mjs)$/.exec(all(build, 'RUN').at(-1) ?? '')?.[1] ?? ''
    execFileSync(process.execPath, [packaging])
    layOut(image, folder)
  }, 60_000)
  afterAll(async () => {
    for (const child of children.filter(({ exitCode }) => exitCode === null)) {
      child.kill('SIGKILL')
      await once(child, 'exit')
    }
    rmSync(folder, { recursive: true, force: true })
  })

  const secrets = {
    WX_APPID: 'wx0123456789abcdef',
    WX_SECRET: 'of nobody',
    TOKEN_SECRET: 't'.repeat(32),
    DOOR_KEY: 'd'.repeat(32),
  }

  function run(name: 'CMD' | 'HEALTHCHECK', variables: Record<string, string>) {
    const [program, ...args] = command(image, name)
    expect(program).toBe('node')
    const env = { PATH: process.env.PATH, ...environment(image), HOST: '127.0.0.1', ...variables }
    const child = spawn(process.execPath, args, { cwd: folder, env: env as unknown as NodeJS.ProcessEnv })
    children.push(child)
    const output = { text: '' }
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk) => (output.text += String(chunk)))
    return { child, output }
  }

  async function ends({ child }: ReturnType<typeof run>): Promise<unknown> {
    const [code] = (await once(child, 'close')) as unknown[]
    return code
  }

  it('carries no package that is only for development', () => {
    const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as Lock
    const carried = readdirSync(path.join(folder, 'node_modules'))
      .flatMap((name) =>
        name.startsWith('@')
          ? readdirSync(path.join(folder, 'node_modules', name)).map((inner) => `${name}/${inner}`)
          : name,
      )
      .map((name) => `node_modules/${name}`)
    expect(carried).toContain('node_modules/pg')
    const isForDevelopment = (place: string) => packages[place]?.dev || packages[place]?.devOptional
    expect(carried.filter(isForDevelopment)).toEqual([])
    // Of the app's own packages the built files carry all they need.
    expect(carried).not.toContain('node_modules/react')
  })

  it('answers the API and the app, is healthy while it does, and stops when told to', async () => {
    const { url, drop } = await createDatabase()
    const server = run('CMD', { ...secrets, LINLI_MODE: 'login', DATABASE_URL: url, PORT: '0' })
    while (!server.output.text.includes('http://')) {
      if (server.child.exitCode !== null) throw new Error(server.output.text)
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
    const base = /http:\/\/\S+/.exec(server.output.text)?.[0] ?? ''
    const actions = await fetch(`${base}/api`)
    expect(actions.status).toBe(200)
    expect(await actions.text()).toContain('bookSlot')
    const page = await fetch(`${base}/pages/session/index`)
    expect(page.status).toBe(200)
    expect(await page.text()).toMatch(/<html/)

    const PORT = new URL(base).port
    expect(await ends(run('HEALTHCHECK', { PORT }))).toBe(0)
    server.child.kill('SIGTERM')
    expect(await ends(server)).toBe(0)
    expect(await ends(run('HEALTHCHECK', { PORT }))).toBe(1)
    await drop()
  }, 60_000)

  it('refuses to be a demo', async () => {
    const server = run('CMD', { LINLI_MODE: 'demo' })
    expect(await ends(server)).toBe(1)
    expect(server.output.text).toMatch(/does not start with NODE_ENV=production/)
  })
})
