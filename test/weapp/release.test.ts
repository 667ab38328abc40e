import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { faultsOf } from '../../config/release/validate.mjs'

const folder = mkdtempSync(path.join(tmpdir(), 'linli-release-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const INSTALL_AND_PACK = 300_000
const packs = process.env.LINLI_NO_PACKER ? it.skip : it

function release(option: string, variables: Record<string, string> = {}) {
  const { WX_APPID: _, WX_UPLOAD_KEY: __, WX_ROBOT: ___, ...rest } = process.env
  const { status, stdout, stderr } = spawnSync(process.execPath, ['config/release/release.mjs', option], {
    env: { ...rest, ...variables },
    encoding: 'utf8',
  })
  return { status, said: stdout + stderr }
}

describe('a release', () => {
  packs(
    'packs the built mini-program with the tool of the platform, without AppID, key or network',
    () => {
      const zip = 'dist/release.zip'
      rmSync(zip, { force: true })
      const { status, said } = release('--dry-run')
      expect(said).toMatch(/^main +\d+ +[\d,]+$/m)
      expect(said).toMatch(/^packages\/cadre +\d+ +[\d,]+$/m)
      expect(said).toMatch(/nothing was sent/)
      expect(status).toBe(0)
      expect(statSync(zip).size).toBeGreaterThan(100_000)
      expect(readdirSync('.').filter((name) => /^[0-9a-f]{32}$/.test(name))).toEqual([])
    },
    INSTALL_AND_PACK,
  )

  it('names all that is missing and where to get it, before it builds anything', () => {
    const { status, said } = release('--upload')
    expect(status).toBe(1)
    expect(said).toMatch(/^WX_APPID is not set: .*mp\.weixin\.qq\.com/m)
    expect(said).toMatch(/^WX_UPLOAD_KEY is not set: .*mp\.weixin\.qq\.com.*IP list/m)
    expect(said.trim().split('\n')).toHaveLength(2)
  })

  it('refuses a key that is none, and repeats nothing of it', () => {
    const file = path.join(folder, 'private.key')
    writeFileSync(file, '-----BEGIN RSA PRIVATE KEY-----\nsomething-secret\n-----END RSA PRIVATE KEY-----\n')
    const { status, said } = release('--preview', { WX_APPID: 'wx0123456789abcdef', WX_UPLOAD_KEY: file })
    expect(status).toBe(1)
    expect(said).toMatch(/not a readable RSA private key/)
    expect(said).not.toMatch(/something-secret/)
  })

  it.each([
    ['an AppID of another form', '--dry-run', { WX_APPID: 'touristappid' }, /16 hexadecimal digits/],
    ['a robot that does not exist', '--dry-run', { WX_ROBOT: '31' }, /robots 1 to 30/],
    ['a build that reaches no API', '--preview', { LINLI_TRANSPORT: 'http' }, /LINLI_API_BASE must be/],
    ['an unknown way', '--publish', {}, /Usage: npm run release/],
  ])('refuses %s', (_, option, variables, sentence) => {
    const { status, said } = release(option, variables)
    expect(status).toBe(1)
    expect(said).toMatch(sentence)
  })
})

describe('what was packed', () => {
  const app = {
    pages: ['pages/home/index'],
    subPackages: [{ root: 'packages/cadre', pages: ['desk/index'] }],
    tabBar: { list: [{ iconPath: '@home', selectedIconPath: 'icons/on.png' }] },
    themeLocation: 'theme.json',
  }
  const files: Record<string, string> = {
    'app.json': JSON.stringify(app),
    'theme.json': JSON.stringify({ light: { home: 'icons/day.png' }, dark: { home: 'icons/night.png' } }),
    'icons/on.png': 'on',
    'icons/day.png': 'day',
    'icons/night.png': 'night',
  }
  for (const page of ['pages/home/index', 'packages/cadre/desk/index']) {
    Object.assign(files, { [`${page}.js`]: 'Page({})', [`${page}.json`]: '{}', [`${page}.wxml`]: '<view/>' })
  }
  beforeAll(() => {
    for (const [file, content] of Object.entries(files)) {
      mkdirSync(path.join(folder, path.dirname(file)), { recursive: true })
      writeFileSync(path.join(folder, file), content)
    }
  })
  const without = (file: string) => {
    const { [file]: _, ...rest } = files
    return rest
  }

  it('passes when it is all there', () => expect(faultsOf(folder, files)).toEqual([]))

  it.each([
    ['a page of a sub-package without its template', 'packages/cadre/desk/index.wxml', /names the page/],
    ['a tab icon', 'icons/on.png', /leads to icons\/on.png/],
    ['an icon that only the dark theme names', 'icons/night.png', /leads to icons\/night.png/],
    ['the theme itself', 'theme.json', /leads to theme.json/],
  ])('is refused without %s', (_, file, sentence) => {
    expect(faultsOf(folder, without(file)).join('\n')).toMatch(sentence)
  })

  it('is refused when packing has compiled a script again', () => {
    const packed = { ...files, 'pages/home/index.js': '"use strict";Page({})' }
    expect(faultsOf(folder, packed)).toEqual([
      'pages/home/index.js was changed by packing; check the settings in project.config.json.',
    ])
  })

  it('is refused above 2 MB in a package, and above 20 MB in all', () => {
    const large = { ...files, 'packages/cadre/film.mp4': Buffer.alloc(21 * 1024 * 1024) }
    expect(faultsOf(folder, large)).toEqual([
      expect.stringMatching(/^packages\/cadre has 22,020,.* the platform takes 2,097,152\.$/),
      expect.stringMatching(/^The whole mini-program .* the platform takes 20,971,520\.$/),
    ])
  })
})
