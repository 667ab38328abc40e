// npm run looks [-- --looks N] [--page NAME]: examines every page in every look; ends with the number of violations.
import { parseArgs } from 'node:util'
import { launchChromium } from '../browser/chromium'
import { pagesWithoutFace } from './app-pages'
import type { Fault } from './in-page/fault'
import { inPagePrograms } from './in-page-program'
import { LOOKS, wordsOf, type Look } from './look'
import { Phones, putOn } from './open-face'
import type { Face } from './face'
import { EXEMPT, FACES } from './pages'
import { setStage } from './stage'

const { values } = parseArgs({
  options: { looks: { type: 'string' }, page: { type: 'string', multiple: true } },
})
const looks = LOOKS.slice(0, Number(values.looks ?? LOOKS.length))
const faces = FACES.filter(({ name }) => values.page?.some((part) => name.startsWith(part)) ?? true)
const found: string[] = []

/** `look` null: whatever it looks like */
function report(page: string, look: Look | null, { rule, what }: Fault): void {
  found.push(rule)
  console.log(`${page} · ${look ? wordsOf(look) : 'every look'} · ${rule} · ${what.replace(/\s+/g, ' ')}`)
}

type Found = { look: Look; fault: Fault }[]

async function examineFace(phones: Phones, face: Face): Promise<void> {
  for (const elder of [false, true]) {
    const due = looks.filter((look) => look.elder === elder)
    if (due.length === 0) continue
    const first = await faultsOf(phones, face, due)
    // On a busy machine a page may still have been coming: what is wrong with it is seen twice.
    const faults = first.length > 0 ? await faultsOf(phones, face, due) : first
    for (const { look, fault } of faults) report(face.name, look, fault)
  }
}

/** @param due looks of one text size */
async function faultsOf(phones: Phones, face: Face, due: Look[]): Promise<Found> {
  const faults: Found = []
  let at = due[0] as Look
  try {
    const page = await phones.open(face, at.elder)
    for (const look of due) {
      at = look
      await putOn(page, look)
      const all = await page.evaluate((given) => window.examine(given), look)
      faults.push(...all.filter((fault) => !isExempt(face, fault)).map((fault) => ({ look, fault })))
    }
  } catch (error) {
    faults.push({ look: at, fault: { rule: 'does-not-open', what: String(error) } })
  }
  return faults
}

const isExempt = ({ page }: Face, { rule, what }: Fault) =>
  EXEMPT.some((it) => it.page === page && it.rule === rule && what.includes(it.has))

const started = Date.now()
const stage = await setStage()
const browser = await launchChromium()
try {
  const phones = new Phones(browser, stage, inPagePrograms())
  if (!values.page) {
    for (const page of await pagesWithoutFace()) report(page, null, { rule: 'not-in-table', what: page })
  }
  for (const face of faces) await examineFace(phones, face)
} finally {
  await browser.close()
  await stage.stop()
}
const rules = [...new Set(found)].sort()
for (const rule of rules) console.log(`${rule}: ${found.filter((it) => it === rule).length}`)
console.log(`${Math.round((Date.now() - started) / 1000)} s`)
console.log(`looks: ${faces.length} pages × ${looks.length} looks, ${found.length} violations`)
process.exitCode = found.length > 0 ? 1 : 0
