import { existsSync, readFileSync } from 'node:fs'
import { isBuiltin } from 'node:module'
import path from 'node:path'

interface Trigger {
  name: string
  type: string
  config: string
}

interface FunctionEntry {
  name: string
  handler: string
  runtime: string
  timeout: number
  installDependency: boolean
  envVariables: Record<string, string>
  triggers: Trigger[]
}

const readJson = <Content>(file: string) => JSON.parse(readFileSync(file, 'utf8')) as Content

const { functionRoot, functions } = readJson<{ functionRoot: string; functions: FunctionEntry[] }>(
  'config/cloudbaserc.json',
)
const [entry] = functions
if (!entry) throw new Error('config/cloudbaserc.json names no function')

// The CLI looks from where it is called, and that is this folder.
const folder = path.resolve(functionRoot, entry.name)
const bundle = () => readFileSync(path.join(folder, 'index.js'), 'utf8')

describe('what the CloudBase CLI deploys', () => {
  it('is the folder that the build leaves, with the function that it calls', () => {
    const [file = '', name = ''] = entry.handler.split('.')
    expect(existsSync(path.join(folder, `${file}.js`))).toBe(true)
    expect(bundle()).toMatch(new RegExp(`\\b${name}:\\(\\)=>`))
  })

  it('has installed there exactly what the bundle does not carry', () => {
    const required = [...bundle().matchAll(/\brequire\("([^"]+)"\)/g)].map(([, name = '']) => name)
    // pg asks for its native twin inside a try and does without it.
    const outside = required.filter((name) => !isBuiltin(name) && name !== 'pg-native')
    const { dependencies } = readJson<{ dependencies: object }>(path.join(folder, 'package.json'))
    expect(Object.keys(dependencies)).toEqual([...new Set(outside)])
    expect(entry.installDependency).toBe(true)
  })

  it('has the timer that DevTools would give it', () => {
    const { triggers } = readJson<{ triggers: Trigger[] }>(path.join(folder, 'config.json'))
    expect(triggers).toEqual(entry.triggers)
    expect(triggers).toEqual([{ name: 'tick', type: 'timer', config: '0 * * * * * *' }])
  })

  it('runs on the Node that the tests run on at least, within what the platform allows', () => {
    const { engines } = readJson<{ engines: { node: string } }>('package.json')
    const least = Number(/\d+/.exec(engines.node))
    expect(Number(/^Nodejs(\d+)\.\d+$/.exec(entry.runtime)?.[1])).toBeGreaterThanOrEqual(least)
    expect(entry.timeout).toBeLessThanOrEqual(60)
  })

  it('is given every variable that the function does not start without', () => {
    const source = readFileSync('src/cloud/main.ts', 'utf8')
    const read = /const \{([^}]+)\} = process\.env/.exec(source)?.[1] ?? ''
    const names = read.split(',').map((part) => part.split(':')[0]?.trim())
    expect(Object.keys(entry.envVariables)).toEqual(names)
    for (const name of names) expect(entry.envVariables[name ?? '']).toBe(`{{env.${name}}}`)
  })
})
