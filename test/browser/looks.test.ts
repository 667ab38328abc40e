import { spawn } from 'node:child_process'
import { once } from 'node:events'
import type { Browser } from 'playwright-core'
import { inPagePrograms } from '../looks/in-page-program'
import { launchChromium, openPhone } from './chromium'

/** One of each fault, and beside it what is right. */
const FAULTY = `<!doctype html><html lang="zh"><head><title>错的</title><meta name="viewport" content="width=device-width" /></head>
<body style="margin:0;background:#fff;color:#111;font:17px/26px sans-serif"><main class="taro_page" style="height:100vh;overflow-y:auto;overflow-x:visible">
  <h1>标题</h1>
  <p id="cut" style="width:60px;height:20px;overflow:hidden;white-space:nowrap">这一行放不下了</p>
  <p id="dots" style="width:60px;overflow:hidden;white-space:nowrap;text-overflow:ellipsis">这一行有省略号</p>
  <p id="wide" style="width:900px;white-space:nowrap">${'太宽了'.repeat(30)}</p>
  <p id="over">压在下面</p><p id="under" style="margin-top:-40px">压在上面</p>
  <p id="parted" style="width:60px">还差 3 人</p>
  <p id="time">周三 16:20</p>
  <p id="faint" style="color:#999">看不清</p>
  <p id="off" aria-disabled="true" style="color:#999">不能点</p>
  <div id="small" role="button" tabindex="0" style="width:40px">小</div>
  <div id="large" role="button" tabindex="0" style="width:60px;height:60px">大</div>
  <div id="nameless"><input style="width:100px;height:60px" /></div>
  <div style="display:flex;flex-direction:row-reverse" id="turned"><i>二</i><i>一</i></div>
  <p style="height:200px">中间</p>
  <p id="last" style="margin:0">最后一行</p>
  <div style="position:sticky;bottom:0;height:40px;margin-top:-40px;background:#fff"></div>
</main></body></html>`

let browser: Browser
beforeAll(async () => {
  browser = await launchChromium()
})
afterAll(() => browser.close())

it('sees what is wrong with a page, and lets pass what is right', async () => {
  const page = await openPhone(browser)
  await page.setContent(FAULTY)
  for (const program of inPagePrograms()) await page.evaluate(program)
  const faults = await page.evaluate(() => window.examine({ elder: true }))
  const told = faults.map(({ rule, what }) => `${rule} ${/#\w+/.exec(what)?.[0] ?? ''}`)
  for (const fault of [
    ...['clipped #cut', 'too-wide #wide', 'overlap #over', 'parted #parted', 'digital-time #time'],
    ...['contrast #faint', 'target #small', 'covered #last', 'axe:label ', 'order #turned'],
  ]) {
    expect(told).toContain(fault)
  }
  for (const right of ['dots', 'off', 'large'])
    expect(told.filter((it) => it.endsWith(`#${right}`))).toEqual([])
  const normal = await page.evaluate(() => window.examine({ elder: false }))
  expect(normal.filter(({ rule }) => rule === 'digital-time')).toEqual([])
  await page.context().close()
})

it('finds nothing wrong with any page, in the four looks that tell most', async () => {
  const child = spawn(process.execPath, ['config/run.mjs', 'test/looks/looks.ts', '--looks', '4'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let output = ''
  child.stdout.on('data', (chunk) => (output += String(chunk)))
  await once(child, 'close')
  const [, pages, violations] = /\nlooks: (\d+) pages × 4 looks, (\d+) violations\n$/.exec(output) ?? []
  if (violations !== '0') throw new Error(output)
  expect(Number(pages)).toBeGreaterThanOrEqual(20)
}, 600_000)
