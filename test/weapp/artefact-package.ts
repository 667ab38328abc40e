import path from 'node:path'
import { appOf, pagesOf, textOf, textsOf, type AppJson, type Artefact, type Check } from './artefact'

const MOST_BYTES = 2 * 1024 * 1024

/** The sub-package a file lies in; '' for the main package. */
function packageOf({ subPackages = [] }: AppJson, file: string): string {
  return subPackages.find(({ root }) => file.startsWith(`${root}/`))?.root ?? ''
}

export const sizes: Check = (artefact) => {
  const sums = new Map<string, number>()
  for (const [file, content] of artefact.files) {
    const name = packageOf(appOf(artefact), file) || 'the main package'
    for (const one of [file, name]) sums.set(one, (sums.get(one) ?? 0) + content.length)
  }
  return [...sums].filter(([, bytes]) => bytes > MOST_BYTES).map(([name, bytes]) => `${name}: ${bytes} bytes`)
}

/** How one file names another, by its ending, and the ending left out where it is. */
const REFERENCES: [string, RegExp, string][] = [
  ['.js', /\brequire\("([^"]+)"\)/g, '.js'],
  ['.wxss', /@import\s*"([^"]+)"/g, ''],
  ['.wxml', /\bsrc="([^"{]+)"/g, ''],
  ['.json', /"(\.[^"]*\/[^"]+)"/g, '.json'],
]

function referencesOf(artefact: Artefact): [string, string][] {
  return REFERENCES.flatMap(([ending, pattern, suffix]) =>
    textsOf(artefact, ending)
      .filter(([file]) => file !== 'project.config.json')
      .flatMap(([file, text]) =>
        [...text.matchAll(pattern)].map(([, to = '']): [string, string] => {
          const target = path.posix.join(path.posix.dirname(file), to)
          return [file, path.posix.extname(target) ? target : target + suffix]
        }),
      ),
  )
}

export const subPackages: Check = (artefact) => {
  const app = appOf(artefact)
  return [
    ...[...artefact.files.keys()]
      .filter((file) => file.startsWith('packages/') && packageOf(app, file) === '')
      .map((file) => `${file}: in no sub-package`),
    ...referencesOf(artefact).flatMap(([file, target]) => {
      const owner = packageOf(app, target)
      if (!artefact.files.has(target)) return [`${file} names ${target}, which is not there`]
      return owner === '' || owner === packageOf(app, file)
        ? []
        : [`${file} reaches into ${owner}: ${target}`]
    }),
  ]
}

export const sourceMaps: Check = (artefact) => [
  ...[...artefact.files.keys()].filter((file) => file.endsWith('.map')),
  ...[...textsOf(artefact, '.js'), ...textsOf(artefact, '.wxss')]
    .filter(([, text]) => text.includes('sourceMappingURL'))
    .map(([file]) => `${file} names its map`),
  ...['app', ...pagesOf(appOf(artefact))]
    .filter((script) => !artefact.maps.has(`${script}.js.map`))
    .map((script) => `${script}.js has no map beside the package`),
]

const SECRETS: [string, RegExp][] = [
  ['a private key', /-----BEGIN [A-Z ]*PRIVATE KEY/],
  ['the name of a secret', /\b(DOOR_KEY|TOKEN_SECRET|WX_SECRET|DATABASE_URL)\b/],
  ['what looks like an app secret', /["'`][0-9a-f]{32}["'`]/],
  ['what looks like a signed token', /\beyJ[\w-]{15,}\.[\w-]+/],
  ['what looks like a cloud key', /\bAKID\w{16,}/],
  ['the address of a database', /\bpostgres(ql)?:\/\//],
]

export const secrets: Check = (artefact) =>
  [...artefact.files.keys()].flatMap((file) =>
    SECRETS.filter(([, form]) => form.test(textOf(artefact, file))).map(([what]) => `${file}: ${what}`),
  )

/** Sources that have no business on a phone in WeChat: the server and its packages, and the browser's build. */
const FOREIGN =
  /src[/_]cloud[/_]|transport\.h5|node_modules[/_](pg|hono|pino|wx-server-sdk|@hono|@electric-sql|@tarojs[/_](taro-h5|router|components))[/_]/

export const foreignCode: Check = ({ maps }) =>
  [...maps].flatMap(([file, content]) => {
    const { sources = [] } = JSON.parse(content.toString('utf8')) as { sources?: string[] }
    return sources.filter((source) => FOREIGN.test(source)).map((source) => `${file}: ${source}`)
  })
