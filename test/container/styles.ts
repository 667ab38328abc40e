import path from 'node:path'
import { textsOf } from './package-files'

/**
 * All wxss as one sheet. A page's own rules hold inside that page alone, as on the platform, so that a page
 * which leans on the styles of another one shows it.
 */
export function translateStyles(files: Map<string, Buffer>, pages: string[]): string {
  const sheets = textsOf(files, '.wxss')
  const whole = (name: string): string =>
    (sheets.get(name) ?? '').replace(/@import\s*"(.+?)\.wxss";?/g, (_, target: string) =>
      whole(path.posix.join(path.posix.dirname(name), target)),
    )
  const own = pages.map((page) => `@scope ([data-route="${page}"]) {\n${whole(page)}\n}`)
  return [whole('app'), ...own].map(translateUnits).join('\n')
}

/** 750rpx are the width of the screen; 100vh is the height of the page between the bars. */
function translateUnits(css: string): string {
  return css
    .replace(/(-?[\d.]+)rpx\b/g, (_, size: string) => `calc(100vw * ${Number(size)} / 750)`)
    .replace(/(-?[\d.]+)vh\b/g, (_, size: string) => `calc(var(--page-height) * ${Number(size) / 100})`)
}
