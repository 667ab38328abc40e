import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { CONSENT_VERSION } from '@/domain/child'
import { DAY, HOUR, WEEK, weekStart } from '@/domain/time'
import { pictureBookClass, post, seat } from '../cloud/calls'
import { moveClock, Person, runCommand, startServer, type RunningServer } from '../scenario/server'
import { launchChromium, openPhone, shoot } from './chromium'

const folder = mkdtempSync(path.join(tmpdir(), 'linli-browser-draw-'))
const { DATABASE_URL: _, ...rest } = process.env
const env = { ...rest, DATA_DIR: folder, PORT: '0', LINLI_MODE: 'demo', LINLI_DEMO_SEED: 'none' }
const SATURDAY = weekStart(Date.now() + WEEK) + 5 * DAY + 14 * HOUR
const DRAW_AT = SATURDAY - 42 * HOUR
const self = [{ kind: 'self' }]

let server: RunningServer
let browser: Browser
let cadre: Person
let communityId: string
let sessionId: string
const troubles: string[] = []

const person = (code: string) => new Person(server.base, code).signIn()

async function confirmed(code: string, name: string): Promise<Person> {
  const neighbour = await person(code)
  const { residentId } = await neighbour.do('joinCommunity', { communityId, name })
  await cadre.do('confirmResident', { communityId, residentId })
  return neighbour
}

async function publish(slots: object[], startsAt: number, title: string) {
  const call = pictureBookClass(communityId, startsAt, slots, { title })
  const id = (await cadre.do('publishCall', call)).sessionIds[0] ?? ''
  return cadre.do('getSession', { communityId, sessionId: id })
}

async function earnTwenty(volunteer: Person): Promise<void> {
  const startsAt = DRAW_AT - 3 * DAY
  const duty = await publish([post({ title: '护学岗', points: 20 })], startsAt, '放学护学岗')
  const at = { communityId, sessionId: duty.session.id }
  await volunteer.do('bookSlot', { communityId, slotId: duty.slots[0]?.id, party: self })
  await moveClock(server.base, startsAt)
  const { code } = await cadre.do('getCheckInCode', at)
  await volunteer.do('checkIn', { ...at, code })
  await moveClock(server.base, startsAt + HOUR)
  await cadre.do('confirmSession', { ...at, headCount: 1, absent: [] })
}

/** The phone of one of the demo's personas. */
async function phoneOf(persona: string, height = 667): Promise<Page> {
  const page = await openPhone(browser, { viewport: { width: 375, height } })
  await page.addInitScript((code) => {
    localStorage.setItem('linli:persona', JSON.stringify({ data: JSON.stringify(code) }))
  }, persona)
  page.on('pageerror', (error) => troubles.push(error.message))
  return page
}

const verdict = (page: Page) => page.locator('#verdict-button')
const session = () => `${server.base}/pages/session/index?c=${communityId}&s=${sessionId}`

beforeAll(async () => {
  const made = await runCommand('src/cloud/commands/community-create.ts', ['--name', '凤凰山社区'], env)
  server = await startServer(env)
  browser = await launchChromium()
  cadre = await person('cadre')
  const code = /admin: (\S+)/.exec(made)?.[1]
  communityId = (await cadre.do('redeemCommunityCode', { code, name: '王敏' })).communityId
  const parent = await confirmed('parent', '林晓雯')
  for (const nickname of ['小满', '豆豆']) {
    await parent.do('addChild', { communityId, nickname, ageBand: '3-6', consentVersion: CONSENT_VERSION })
  }
  await earnTwenty(parent)
  const drawAt = new Date(DRAW_AT).toISOString()
  const slot = seat({ capacity: 10, allocation: 'draw', drawAt, publicNumber: true, householdLimit: 2 })
  const view = await publish([slot], SATURDAY, '亲子陶艺体验')
  sessionId = view.session.id
  for (let index = 0; index < 11; index += 1) {
    const neighbour = await confirmed(`neighbour-${index}`, `邻居${index}`)
    const child = { communityId, nickname: '宝宝', ageBand: '3-6', consentVersion: CONSENT_VERSION }
    const { childId } = await neighbour.do('addChild', child)
    const party = [{ kind: 'child', childId }]
    await neighbour.do('applyForDraw', { communityId, slotId: view.slots[0]?.id, party, points: 0 })
  }
}, 180_000)
afterAll(async () => {
  await browser.close()
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
  expect(troubles).toEqual([])
})

it('is offered to a parent, who names points and applies for both children with one tap', async () => {
  const page = await phoneOf('parent', 900)
  await page.goto(session())
  await verdict(page).getByText('参加抽签').waitFor()
  await page.locator('#draw-points [data-value="20"]').click()
  await page.getByText('3 份机会').waitFor()
  await shoot(page, 'draw-open')
  await verdict(page).click()
  await verdict(page).getByText('已报名抽签').waitFor()
  await page.getByText(/小满、豆豆|豆豆、小满/).waitFor()
  await shoot(page, 'draw-applied')
  await page.context().close()
})

it('promises beforehand how it will be drawn', async () => {
  const page = await phoneOf('parent', 1500)
  await page.goto(session())
  await page.locator('#draw-record').click()
  await page.locator('#seed-hash').waitFor()
  await page.getByText('12 家已报名。').waitFor()
  await shoot(page, 'draw-promise')
  await page.context().close()
})

it('waits for the number that a cadre enters', async () => {
  await moveClock(server.base, DRAW_AT + HOUR)
  const waiting = await phoneOf('parent')
  await waiting.goto(session())
  await verdict(waiting).getByText('等抽签结果').waitFor()
  await shoot(waiting, 'draw-waiting')
  await waiting.context().close()
  const page = await phoneOf('cadre')
  await page.goto(`${server.base}/packages/cadre/desk/index`)
  await page.getByText('填抽签号码').waitFor()
  await shoot(page, 'draw-desk')
  await page.goto(`${server.base}/packages/cadre/roster/index?c=${communityId}&s=${sessionId}`)
  await page.locator('#draw-number input').fill('427')
  await shoot(page, 'draw-number')
  await page.locator('#enter-number').click()
  await page.locator('.roster-row').first().waitFor()
  await shoot(page, 'draw-roster')
  await page.context().close()
})

it('is drawn again on the phone of anybody, which finds the same', async () => {
  const page = await phoneOf('parent', 2000)
  await page.goto(session())
  await page.getByText('看抽签结果').waitFor()
  await page.setViewportSize({ width: 375, height: 900 })
  await shoot(page, 'draw-result-session')
  await page.locator('#draw-record').click()
  await page.locator('#draw-verify').click()
  await page.locator('#draw-check').getByText('对得上').waitFor()
  await page.getByText('重抽一遍，12 家的结果都一样').waitFor()
  await page.setViewportSize({ width: 375, height: 2200 })
  await shoot(page, 'draw-verified')
  await page.context().close()
})

it('is one choice in the form of a call', async () => {
  const page = await phoneOf('cadre', 1500)
  await page.goto(`${server.base}/packages/cadre/publish/index`)
  await page.locator('#publish-template-class').click()
  await page.getByText('抽签', { exact: true }).first().click()
  await page.locator('#public-number-0').click()
  await page.locator('#at-slots-0-drawAt').scrollIntoViewIfNeeded()
  await shoot(page, 'draw-publish')
  await page.locator('#publish-submit').click()
  await page.getByText('发出去了').waitFor()
  await shoot(page, 'draw-published')
  await page.context().close()
})
