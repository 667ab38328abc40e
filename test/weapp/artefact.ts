import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

const BUILT = path.resolve(__dirname, '../../dist')

/** By path, as in `pages/home/index.js`. */
export type Files = ReadonlyMap<string, Buffer>

/** The mini-program as it is uploaded, and what lies beside it. */
export interface Artefact {
  files: Files
  maps: Files
}

/** Says what is wrong, a line each; nothing when it is as it should be. */
export type Check = (artefact: Artefact) => string[]

export function readArtefact(): Artefact {
  return { files: filesUnder(path.join(BUILT, 'weapp')), maps: filesUnder(path.join(BUILT, 'maps/weapp')) }
}

function filesUnder(folder: string): Files {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((it) => it.isFile())
  const paths = entries.map((it) => path.relative(folder, path.join(it.parentPath, it.name)))
  return new Map(paths.sort().map((file) => [file, readFileSync(path.join(folder, file))]))
}

export function textOf({ files }: Artefact, file: string): string {
  return files.get(file)?.toString('utf8') ?? ''
}

export function jsonOf<T>(artefact: Artefact, file: string): T {
  return JSON.parse(textOf(artefact, file) || '{}') as T
}

/** Path and text of each file with this ending. */
export function textsOf(artefact: Artefact, ending: string): [string, string][] {
  return [...artefact.files.keys()]
    .filter((file) => file.endsWith(ending))
    .map((file) => [file, textOf(artefact, file)])
}

interface Tab {
  pagePath: string
  text: string
  iconPath: string
  selectedIconPath: string
}

export interface AppJson {
  pages: string[]
  subPackages?: { root: string; pages: string[] }[]
  tabBar?: { list: Tab[] } & Record<string, unknown>
  window?: Record<string, string>
  darkmode?: boolean
  themeLocation?: string
  lazyCodeLoading?: string
  requiredPrivateInfos?: string[]
  permission?: Record<string, unknown>
  __usePrivacyCheck__?: boolean
}

export const appOf = (artefact: Artefact) => jsonOf<AppJson>(artefact, 'app.json')

export function pagesOf({ pages, subPackages = [] }: AppJson): string[] {
  return [...pages, ...subPackages.flatMap((it) => it.pages.map((page) => `${it.root}/${page}`))]
}
