import { readFileSync } from 'node:fs'
import path from 'node:path'
import { build } from 'esbuild'
import { readPackage, textsOf } from './package-files'
import { wrapScripts } from './scripts'
import { translateStyles } from './styles'
import { compileTemplates } from './templates'

const PHONE = path.resolve('test/container/phone')

interface AppConfig {
  pages: string[]
  subPackages: { root: string; pages: string[] }[]
}

export interface SiteFile {
  type: string
  body: string | Buffer
}

/** Every page of the mini-program, tabs first. */
export function pagesOf(files: Map<string, Buffer>): string[] {
  const app = appConfig(files)
  return [...app.pages, ...app.subPackages.flatMap(({ root, pages }) => pages.map((it) => `${root}/${it}`))]
}

/** What a browser has to be given so that dist/weapp runs in it, by address. */
export async function makeSite(): Promise<Map<string, SiteFile>> {
  const files = readPackage()
  const roots = appConfig(files).subPackages.map(({ root }) => root)
  const site = new Map<string, SiteFile>([
    ['/', { type: 'text/html', body: readFileSync(path.join(PHONE, 'index.html')) }],
    ['/phone.css', { type: 'text/css', body: readFileSync(path.join(PHONE, 'phone.css')) }],
    ['/phone.js', javascript(await bundlePhone())],
    ['/package.css', { type: 'text/css', body: translateStyles(files, pagesOf(files)) }],
    ['/templates.js', javascript(compileTemplates(files))],
    ['/configs.js', javascript(`window.configs = ${JSON.stringify(configs(files))}`)],
  ])
  for (const [root, script] of wrapScripts(files, roots)) {
    site.set(`/package/${root || 'main'}.js`, javascript(script))
  }
  for (const [name, body] of files) {
    if (name.endsWith('.png')) site.set(`/${name}`, { type: 'image/png', body })
  }
  return site
}

const javascript = (body: string): SiteFile => ({ type: 'text/javascript', body })

function appConfig(files: Map<string, Buffer>): AppConfig {
  return JSON.parse(String(files.get('app.json'))) as AppConfig
}

function configs(files: Map<string, Buffer>): Record<string, unknown> {
  return Object.fromEntries([...textsOf(files, '.json')].map(([name, text]) => [name, JSON.parse(text)]))
}

/** The component framework with what stands in for the phone around it. */
async function bundlePhone(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [path.join(PHONE, 'start.ts')],
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    logLevel: 'warning',
  })
  return outputFiles[0]?.text ?? ''
}
