// npm run screens [-- --page NAME]: every page in four looks side by side, to be compared; into dist/screens/.
import { mkdir, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { parseArgs } from 'node:util'
import type { Browser, Page } from 'playwright-core'
import { launchChromium } from '../browser/chromium'
import { wordsOf, type Look } from './look'
import { Phones, putOn } from './open-face'
import type { Face } from './face'
import { FACES } from './pages'
import { setStage } from './stage'

const FOLDER = path.resolve('dist/screens')
const WIDTH = 375
const LOOKS: Look[] = [false, true].flatMap((elder) =>
  [false, true].map((dark) => ({ width: WIDTH, dark, elder })),
)
/** A long page is shown from its start; what comes below repeats it. */
const HIGHEST = 1800
const LEAST = 667
/** A sheet that can be looked at as one picture. */
const PAGES_ON_SHEET = 3

const { values } = parseArgs({ options: { page: { type: 'string', multiple: true } } })
const faces = FACES.filter(({ name }) => values.page?.some((part) => name.startsWith(part)) ?? true)

const fileOf = (face: Face, look: Look) => `${face.name}-${wordsOf(look).replaceAll(' ', '-')}.png`
const groupOf = ({ page }: Face) => (page.startsWith('pages') ? 'tabs' : (page.split('/')[1] ?? ''))

async function shootFace(phones: Phones, face: Face): Promise<void> {
  for (const elder of [false, true]) {
    const page = await phones.open(face, elder)
    for (const look of LOOKS.filter((it) => it.elder === elder)) {
      await putOn(page, look)
      await putOn(page, look, await wholeHeight(page))
      await page.screenshot({ path: path.join(FOLDER, fileOf(face, look)) })
    }
  }
}

/** As high as the page is with its bars, so that nothing of it has to be scrolled to. */
function wholeHeight(page: Page): Promise<number> {
  return page.evaluate(
    ([least, highest]) => {
      const shown = [...document.querySelectorAll('.taro_page')].filter((it) => it.clientHeight > 0).at(-1)
      const beyond = shown ? shown.scrollHeight - shown.clientHeight : 0
      return Math.min(Math.max(window.innerHeight + beyond, least), highest)
    },
    [LEAST, HIGHEST] as const,
  )
}

const sheetOf = (shown: Face[]) => `<!doctype html><meta charset="utf-8"><title>Linli</title><style>
  body { margin: 16px; background: #888; font: 14px sans-serif }
  section { display: flex; gap: 12px; align-items: flex-start; margin-bottom: 24px }
  figure { margin: 0; flex: none } img { display: block; width: ${WIDTH}px } h2 { margin: 0 0 4px }
</style>${shown.map(rowOf).join('')}`

const rowOf = (face: Face) =>
  `<h2>${face.name} · ${face.page} · ${face.persona}</h2><section>${LOOKS.map(
    (look) => `<figure><figcaption>${wordsOf(look)}</figcaption><img src="${fileOf(face, look)}"></figure>`,
  ).join('')}</section>`

async function shootSheets(browser: Browser): Promise<string[]> {
  const names: string[] = []
  const page = await browser.newPage({ viewport: { width: 4 * (WIDTH + 12) + 32, height: 800 } })
  for (const group of new Set(faces.map(groupOf))) {
    const rows = faces.filter((face) => groupOf(face) === group)
    for (let from = 0; from < rows.length; from += PAGES_ON_SHEET) {
      const name = `sheet-${group}-${from / PAGES_ON_SHEET + 1}`
      await writeFile(path.join(FOLDER, `${name}.html`), sheetOf(rows.slice(from, from + PAGES_ON_SHEET)))
      await page.goto(`file://${path.join(FOLDER, `${name}.html`)}`)
      await page.screenshot({ path: path.join(FOLDER, `${name}.png`), fullPage: true })
      names.push(`${name}.png`)
    }
  }
  return names
}

await rm(FOLDER, { recursive: true, force: true })
await mkdir(FOLDER, { recursive: true })
const stage = await setStage()
const browser = await launchChromium()
try {
  const phones = new Phones(browser, stage)
  for (const face of faces) await shootFace(phones, face)
  await writeFile(path.join(FOLDER, 'index.html'), sheetOf(faces))
  const sheets = await shootSheets(browser)
  console.log(
    `screens: ${faces.length} pages × ${LOOKS.length} looks in dist/screens/index.html and ${sheets.join(', ')}`,
  )
} finally {
  await browser.close()
  await stage.stop()
}
