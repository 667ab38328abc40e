/** @jest-environment node */
import { readArtefact, type AppJson, type Artefact, type Check } from './artefact'
import { pages, privateAbilities, switches, tabs, theme } from './artefact-app'
import { foreignCode, secrets, sizes, sourceMaps, subPackages } from './artefact-package'
import { globals, locales, syntax, textThatRuns } from './artefact-scripts'

const built = readArtefact()

type Break = (artefact: Artefact) => Artefact

const HOME = 'pages/home/index'
const LOOK = String.raw`(?<=分)`

/** The artefact with one file more, or another one in its place; null: without it. */
const withFile =
  (file: string, content: Buffer | string | null): Break =>
  ({ files, maps }) => {
    const others = [...files].filter(([path]) => path !== file)
    return {
      maps,
      files: new Map([...others, ...(content === null ? [] : [[file, Buffer.from(content)] as const])]),
    }
  }

const withText =
  (file: string, from: string, to: string): Break =>
  (artefact) => {
    const text = artefact.files.get(file)?.toString() ?? ''
    if (!text.includes(from)) throw new Error(`${file} has no ${from}`)
    return withFile(file, text.replace(from, to))(artefact)
  }

const withApp =
  (change: (app: Required<AppJson>) => object): Break =>
  (artefact) => {
    const app = JSON.parse(artefact.files.get('app.json')?.toString() ?? '{}') as Required<AppJson>
    return withFile('app.json', JSON.stringify({ ...app, ...change(app) }))(artefact)
  }

const withMap =
  (file: string, map: object | null): Break =>
  ({ files, maps }) => ({
    files,
    maps: new Map([
      ...[...maps].filter(([path]) => path !== file),
      ...(map === null ? [] : [[file, Buffer.from(JSON.stringify(map))] as const]),
    ]),
  })

// By itself: what is read is read quickly.
const scriptOf =
  (code: string): Break =>
  ({ maps }) => ({ maps, files: new Map([[`${HOME}.js`, Buffer.from(code)]]) })

const tabsOf = (app: AppJson) => app.tabBar?.list ?? []

function icon(width: number, bytes: number): Buffer {
  const png = Buffer.alloc(bytes)
  png.write('\x89PNG', 'latin1')
  png.writeUInt32BE(width, 16)
  png.writeUInt32BE(81, 20)
  return png
}

const DARK_HOME = 'components/icon/tabs/home-dark.png'

/** What holds of the artefact, and what would be told if it did not. */
const RULES: { holds: string; check: Check; broken: Record<string, Break> }[] = [
  {
    holds: 'has two to five tabs, each with a name and with two icons of 81 pixels, in light and in dark',
    check: tabs,
    broken: {
      'one tab': withApp((app) => ({ tabBar: { list: tabsOf(app).slice(0, 1) } })),
      'six tabs': withApp((app) => ({ tabBar: { list: [...tabsOf(app), ...tabsOf(app)].slice(0, 6) } })),
      'a tab of a sub-package': withText(
        'app.json',
        '"pagePath":"pages/me/index"',
        '"pagePath":"packages/me"',
      ),
      'a tab without a name': withText('app.json', '"text":"积分"', '"text":""'),
      'an icon that is not there': withFile(DARK_HOME, null),
      'an icon of 80 pixels': withFile(DARK_HOME, icon(80, 500)),
      'an icon of 41 KB': withFile(DARK_HOME, icon(81, 41 * 1024)),
      'an icon of another kind': withFile(DARK_HOME, Buffer.alloc(500, '<svg')),
    },
  },
  {
    holds: 'resolves every name of theme.json in light and in dark',
    check: theme,
    broken: {
      'no dark mode': withApp(() => ({ darkmode: false })),
      'no theme.json': withFile('theme.json', null),
      'a name that dark lacks': withText('theme.json', '"barText": "white",', ''),
      'a name that nobody has': withText('app.json', '"@paper"', '"@sky"'),
      'a page’s name that nobody has': withText(`${HOME}.json`, '{', '{"backgroundColor":"@sky",'),
      'a colour that is none': withText('theme.json', '"#131815"', '"#131"'),
    },
  },
  {
    holds: 'has every page of app.json, and no other',
    check: pages,
    broken: {
      'a page that was not built': withApp((app) => ({ pages: [...app.pages, 'pages/gone/index'] })),
      'a page without its view': withFile('packages/cadre/roster/index.wxml', null),
      'a page that nobody declared': withApp((app) => ({ subPackages: app.subPackages.slice(1) })),
    },
  },
  {
    holds: 'loads code when it is needed, and has the privacy check on',
    check: switches,
    broken: {
      'all loaded at once': withApp(() => ({ lazyCodeLoading: undefined })),
      'no privacy check': withApp(() => ({ __usePrivacyCheck__: false })),
    },
  },
  {
    holds: 'declares exactly the private abilities it uses',
    check: privateAbilities,
    broken: {
      'one used and not declared': withFile('more.js', 'n().getLocation({})'),
      'one declared and not used': withApp(() => ({ requiredPrivateInfos: ['chooseAddress'] })),
      'a permission for nothing': withApp(() => ({ permission: { 'scope.userLocation': { desc: '' } } })),
    },
  },
  {
    holds: 'is written in a JavaScript that the oldest phones read',
    check: syntax,
    broken: {
      'optional chaining': scriptOf('a?.b'),
      'a default for null': scriptOf('a ?? b'),
      'a class field': scriptOf('class A { b = 1 }'),
      'a BigInt': scriptOf('1n'),
      'a pattern that looks behind': scriptOf(`/${LOOK}/`),
      'a text that becomes one': scriptOf(`new RegExp('${LOOK}')`),
    },
  },
  {
    holds: 'leans on nothing that only a browser has, nor on Intl',
    check: globals,
    broken: {
      'a request of the browser': scriptOf('fetch("/api")'),
      'its storage': scriptOf('localStorage.getItem("a")'),
      'its cookies': scriptOf('document.cookie'),
      'its address': scriptOf('window.location.reload()'),
      Intl: scriptOf('new Intl.DateTimeFormat("zh-CN")'),
      'BigInt as a function': scriptOf('BigInt(1)'),
    },
  },
  {
    holds: 'formats and sorts the same on every phone',
    check: locales,
    broken: {
      'a date by locale': scriptOf('d.toLocaleDateString()'),
      'an order by locale': scriptOf('a.localeCompare(b)'),
    },
  },
  {
    holds: 'runs no text as code, which the platform forbids',
    check: textThatRuns,
    broken: {
      eval: scriptOf('eval("1")'),
      'a function made of text': scriptOf('new Function("return 1")'),
      'a timer with a text': scriptOf('setTimeout("a()", 1)'),
    },
  },
  {
    holds: 'is within 2 MB, file by file and package by package',
    check: sizes,
    broken: {
      'a large file': withFile('large.js', Buffer.alloc(2 * 1024 * 1024 + 1)),
      'a large sub-package': (artefact) =>
        ['a', 'b', 'c'].reduce(
          (sum, name) => withFile(`packages/cadre/${name}.js`, Buffer.alloc(700 * 1024))(sum),
          artefact,
        ),
    },
  },
  {
    holds: 'keeps each sub-package to itself, and names no file that is not there',
    check: subPackages,
    broken: {
      'a main page that needs a sub-package': withFile('a.js', 'require("./packages/cadre/sub-vendors")'),
      'one that needs the other': withFile('packages/cadre/a.js', 'require("../resident/inbox/index")'),
      'a style that is not there': withFile('a.wxss', '@import "./gone.wxss";'),
      'a component of another': withFile('a.json', '{"usingComponents":{"a":"./packages/cadre/desk/index"}}'),
      'a folder of no sub-package': withFile('packages/elsewhere/a.js', ''),
    },
  },
  {
    holds: 'has its source maps beside it, not in it',
    check: sourceMaps,
    broken: {
      'a map in the package': withFile('app.js.map', '{}'),
      'a script that names its map': withFile('a.js', '//# sourceMappingURL=a.js.map'),
      'a page whose map is lost': withMap(`${HOME}.js.map`, null),
    },
  },
  {
    holds: 'carries no key and no secret',
    check: secrets,
    broken: {
      'a private key': withFile('a.js', '"-----BEGIN RSA PRIVATE KEY-----"'),
      'the name of one': withFile('a.js', 'env.DOOR_KEY'),
      'an app secret': withFile('a.js', `secret:"${'0a1b2c3d'.repeat(4)}"`),
      'a token': withFile('project.config.json', `{"token":"eyJhbGciOiJIUzI1NiIs.${'a'.repeat(20)}"}`),
      'a cloud key': withFile('a.js', `"AKID${'a1'.repeat(16)}"`),
      'a database': withFile('a.json', '{"url":"postgres://linli@db/linli"}'),
    },
  },
  {
    holds: 'has nothing of the server or of the browser’s build in it',
    check: foreignCode,
    broken: {
      'a handler': withMap('app.js.map', { sources: ['webpack://linli/./src/cloud/handlers/book-slot.ts'] }),
      'the demo’s people': withMap('common.js.map', {
        sources: ['webpack://linli/._src_cloud_demo_personas.ts'],
      }),
      'a driver': withMap('vendors.js.map', { sources: ['webpack://linli/./node_modules/pg/lib/client.js'] }),
      'the way over HTTP': withMap('common.js.map', {
        sources: ['webpack://linli/._src_api_transport.h5.ts'],
      }),
    },
  },
]

describe.each(RULES)('the built mini-program $holds', ({ check, broken }) => {
  it('so it does', () => expect(check(built)).toEqual([]))

  it.each(Object.entries(broken))('else it is told: %s', (_, breakIt) => {
    expect(check(breakIt(built))).not.toEqual([])
  })
})
