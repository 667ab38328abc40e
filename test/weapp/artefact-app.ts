import { appOf, jsonOf, pagesOf, textsOf, type AppJson, type Artefact, type Check } from './artefact'

// What the platform allows.
const FEWEST_TABS = 2
const MOST_TABS = 5
const ICON_SIDE = 81
const ICON_BYTES = 40 * 1024

type Theme = Record<'light' | 'dark', Record<string, string>>

const MODES = ['light', 'dark'] as const

const themeOf = (artefact: Artefact) =>
  jsonOf<Theme>(artefact, appOf(artefact).themeLocation ?? 'there is none')

/** app.json as WeChat sees it in one of the two modes: each `@name` replaced where theme.json has it. */
function inMode(artefact: Artefact, mode: 'light' | 'dark'): AppJson {
  const names = themeOf(artefact)[mode] ?? {}
  const resolve = (_: string, value: unknown): unknown =>
    typeof value === 'string' && value.startsWith('@') ? (names[value.slice(1)] ?? value) : value
  return JSON.parse(JSON.stringify(appOf(artefact), resolve)) as AppJson
}

export const tabs: Check = (artefact) =>
  MODES.flatMap((mode) => {
    const list = inMode(artefact, mode).tabBar?.list ?? []
    const { pages } = appOf(artefact)
    const tooMany = list.length < FEWEST_TABS || list.length > MOST_TABS
    return [
      ...(tooMany ? [`${list.length} tabs`] : []),
      ...list.filter((tab) => tab.text === '').map((tab) => `${tab.pagePath}: no name`),
      ...list
        .filter((tab) => !pages.includes(tab.pagePath))
        .map((tab) => `${tab.pagePath}: not in the main package`),
      ...list.flatMap((tab) =>
        [tab.iconPath, tab.selectedIconPath].flatMap((icon) => iconFaults(artefact, icon, mode)),
      ),
    ]
  })

function iconFaults({ files }: Artefact, icon: string, mode: string): string[] {
  const png = files.get(icon)
  if (!png) return [`${icon} (${mode}): no such file`]
  const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)]
  return [
    ...(png.toString('latin1', 1, 4) === 'PNG' ? [] : [`${icon}: no PNG`]),
    ...(png.length <= ICON_BYTES ? [] : [`${icon}: ${png.length} bytes`]),
    ...(width === ICON_SIDE && height === ICON_SIDE ? [] : [`${icon}: ${width} × ${height}`]),
  ]
}

export const theme: Check = (artefact) => {
  const app = appOf(artefact)
  const { light, dark } = themeOf(artefact)
  if (app.darkmode !== true || !light || !dark) return ['no dark mode']
  return [
    ...Object.keys({ ...light, ...dark }).flatMap((name) =>
      MODES.filter((mode) => !(name in themeOf(artefact)[mode])).map((mode) => `@${name}: not in ${mode}`),
    ),
    ...MODES.flatMap((mode) => styleFaults(inMode(artefact, mode)).map((fault) => `${mode}: ${fault}`)),
    ...namesInPages(artefact).flatMap(([file, name]) =>
      name in light ? [] : [`${file}: @${name} is nowhere`],
    ),
  ]
}

const COLOUR = /^#[0-9A-F]{6}$/i
const BLACK_OR_WHITE = /^(black|white)$/

const STYLES: Record<string, RegExp> = {
  navigationBarBackgroundColor: COLOUR,
  navigationBarTextStyle: BLACK_OR_WHITE,
  backgroundColor: COLOUR,
  backgroundTextStyle: /^(dark|light)$/,
  color: COLOUR,
  selectedColor: COLOUR,
  borderStyle: BLACK_OR_WHITE,
}

function styleFaults({ window, tabBar }: AppJson): string[] {
  const given = [...Object.entries(window ?? {}), ...Object.entries(tabBar ?? {})]
  return given
    .filter(([name, value]) => STYLES[name] && !STYLES[name].test(String(value)))
    .map(([name, value]) => `${name} is ${String(value)}`)
}

function namesInPages(artefact: Artefact): [string, string][] {
  return textsOf(artefact, '.json').flatMap(([file, text]) =>
    file === 'app.json'
      ? []
      : [...text.matchAll(/"@(\w+)"/g)].map(([, name = '']): [string, string] => [file, name]),
  )
}

export const pages: Check = (artefact) => {
  const declared = pagesOf(appOf(artefact))
  const built = [...artefact.files.keys()].filter((file) => /^(pages|packages)\/.*\/index\.js$/.test(file))
  return [
    ...declared.flatMap((page) =>
      ['.js', '.json', '.wxml'].map((end) => page + end).filter((file) => !artefact.files.has(file)),
    ),
    ...built.map((file) => file.replace(/\.js$/, '')).filter((page) => !declared.includes(page)),
  ].map((file) => `${file}: declared or built, not both`)
}

export const switches: Check = (artefact) => {
  const { lazyCodeLoading, __usePrivacyCheck__ } = appOf(artefact)
  return [
    ...(lazyCodeLoading === 'requiredComponents' ? [] : ['all pages are loaded at the start']),
    ...(__usePrivacyCheck__ === true ? [] : ['the privacy check is off']),
  ]
}

/** What app.json has to declare before it is called, and the permission it needs with it. */
const PRIVATE: Record<string, string | null> = {
  chooseAddress: null,
  chooseLocation: null,
  choosePoi: null,
  getFuzzyLocation: 'scope.userFuzzyLocation',
  getLocation: 'scope.userLocation',
  onLocationChange: 'scope.userLocation',
  startLocationUpdate: 'scope.userLocation',
  startLocationUpdateBackground: 'scope.userLocationBackground',
}

export const privateAbilities: Check = (artefact) => {
  const { requiredPrivateInfos = [], permission = {} } = appOf(artefact)
  const code = textsOf(artefact, '.js')
    .map(([, text]) => text)
    .join('\n')
  const used = Object.keys(PRIVATE).filter((name) => new RegExp(`\\.${name}\\b|\\["${name}"\\]`).test(code))
  const needed = used.map((name) => PRIVATE[name]).filter((it) => it !== null && it !== undefined)
  return [
    ...differing('requiredPrivateInfos', requiredPrivateInfos, used),
    ...differing('permission', Object.keys(permission), needed),
  ]
}

function differing(what: string, declared: string[], used: string[]): string[] {
  return [
    ...declared.filter((it) => !used.includes(it)).map((it) => `${what}: ${it} is declared and not used`),
    ...used.filter((it) => !declared.includes(it)).map((it) => `${what}: ${it} is used and not declared`),
  ]
}
