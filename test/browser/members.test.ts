import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { DAY, HOUR, WEEK, weekStart } from '@/domain/time'
import { pictureBookClass, post } from '../cloud/calls'
import { moveClock, Person, runCommand, startServer, type RunningServer } from '../scenario/server'
import { launchChromium, openPhone, shoot } from './chromium'

const folder = mkdtempSync(path.join(tmpdir(), 'linli-browser-members-'))
const { DATABASE_URL: _, ...rest } = process.env
const env = { ...rest, DATA_DIR: folder, PORT: '0', LINLI_MODE: 'demo', LINLI_DEMO_SEED: 'none' }
const SATURDAY = weekStart(Date.now() + WEEK) + 5 * DAY + 14 * HOUR
const WIDE = {
  viewport: { width: 1280, height: 800 },
  isMobile: false,
  hasTouch: false,
  deviceScaleFactor: 1,
}

let server: RunningServer
let browser: Browser
let admin: Person
let communityId: string
let sessionId: string
const troubles: string[] = []

const person = (code: string) => new Person(server.base, code).signIn()

async function arrive(code: string, name: string, building: string, door: string): Promise<Person> {
  const neighbour = await person(code)
  await neighbour.do('joinCommunity', { communityId, name })
  const { grids } = await neighbour.do('getHousehold', { communityId })
  await neighbour.do('setAddress', { communityId, gridId: grids[0]?.id, building, door })
  return neighbour
}

/** What one of the demo's personas has before them. */
async function screenOf(
  persona: string,
  options: object = { viewport: { width: 375, height: 812 } },
): Promise<Page> {
  const page = await openPhone(browser, options)
  await page.addInitScript((code) => {
    localStorage.setItem('linli:persona', JSON.stringify({ data: JSON.stringify(code) }))
  }, persona)
  page.on('pageerror', (error) => troubles.push(error.message))
  return page
}
const at = (page: string, query = '') => `${server.base}/packages/${page}/index${query}`

beforeAll(async () => {
  const made = await runCommand('src/cloud/commands/community-create.ts', ['--name', '凤凰山社区'], env)
  server = await startServer(env)
  browser = await launchChromium()
  admin = await person('admin')
  const code = /admin: (\S+)/.exec(made)?.[1]
  communityId = (await admin.do('redeemCommunityCode', { code, name: '赵主任' })).communityId
  const duty = pictureBookClass(communityId, SATURDAY, [post({ capacity: 4 })], { title: '放学护学岗' })
  sessionId = (await admin.do('publishCall', duty)).sessionIds[0] ?? ''
  const neighbour = await arrive('parent-new', '周明', '10号楼', '1101')
  const { slots } = await neighbour.do('getSession', { communityId, sessionId })
  await neighbour.do('bookSlot', { communityId, slotId: slots[0]?.id, party: [{ kind: 'self' }] })
  await arrive('parent', '林晓雯', '2号楼', '602')
  const elder = await arrive('elder', '何秀英', '2号楼', '602')
  await elder.do('claimSkill', { communityId, skill: 'tailoring' })
  await arrive('volunteer', '陈建国', '3号楼', '101')
}, 180_000)
afterAll(async () => {
  await browser.close()
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
  expect(troubles).toEqual([])
})

const door = (page: Page, name: string) => page.locator('.door-card').filter({ hasText: name })

it('shows who waits by building, and two households at one door side by side', async () => {
  for (const [size, options] of [
    ['phone', undefined],
    ['wide', WIDE],
  ] as const) {
    const page = await screenOf('admin', options)
    await page.goto(at('office/members'))
    await door(page, '林晓雯').getByText('同一门牌 2 家').waitFor()
    const cards = await page.locator('.door-card').allInnerTexts()
    expect(cards.map((text) => /^\S+号楼/.exec(text)?.[0])).toEqual(['2号楼', '3号楼', '10号楼'])
    await shoot(page, `members-${size}`)
    await page.context().close()
  }
})

it('confirms a resident and a skill with one tap each', async () => {
  const page = await screenOf('admin')
  await page.goto(at('office/members'))
  await door(page, '陈建国').getByText('确认住户').click()
  await page.getByText('陈建国确认好了').waitFor()
  await door(page, '陈建国').waitFor({ state: 'detached' })
  await door(page, '何秀英').locator('.door-skill').getByText('确认', { exact: true }).click()
  await page.getByText('何秀英的专长确认好了').waitFor()
  await page.context().close()
})

it('makes one family of two households at a door', async () => {
  const page = await screenOf('admin')
  await page.goto(at('office/members'))
  await door(page, '林晓雯').getByText('是一家人，合成一家').click()
  await page.getByText('合了不能再分开').waitFor()
  await shoot(page, 'members-merge')
  await page.getByText('并到林晓雯家').click()
  await page.getByText('合成一家了').waitFor()
  await page.getByText('同一门牌').waitFor({ state: 'detached' })
  expect(await door(page, '林晓雯').innerText()).toContain('何秀英')
  await page.context().close()
})

it('finds a member by name, appoints a cadre, and suspends for a reason', async () => {
  const page = await screenOf('admin')
  await page.goto(at('office/members'))
  await page.getByText('已确认', { exact: true }).first().click()
  await page.locator('#member-search input').fill('建国')
  await page.locator('.members-list').getByText('陈建国').click()
  await page.locator('#suspend').click()
  await page.getByText('多次报了不来').click()
  await shoot(page, 'member-suspend')
  await page.locator('#suspend-confirm').click()
  await page.getByText('原因：多次报了不来').waitFor()
  await shoot(page, 'member-card')
  await page.locator('#lift').click()
  await page.locator('#suspend').waitFor()
  await page.locator('#role-cadre').click()
  await page.locator('#role-confirm').click()
  await page.locator('#role-resident').waitFor()
  await page.locator('#role-resident').click()
  await page.locator('#role-confirm').click()
  await page.locator('#role-cadre').waitFor()
  await page.context().close()
})

it('asks a resident to lead, who finds the roll call on the first page', async () => {
  const query = `?c=${communityId}&s=${sessionId}`
  const page = await screenOf('admin')
  await page.goto(at('cadre/roster', query))
  await page.locator('#appoint').click()
  await page.locator('#leader-name input').fill('建国')
  await page.locator('#leader-find').click()
  await page.locator('.sheet .option').getByText('陈建国').click()
  await page.getByText('领队 陈**').waitFor()
  await shoot(page, 'roster-with-leader')
  await page.context().close()
  const wide = await screenOf('admin', WIDE)
  await wide.goto(at('cadre/roster', query))
  await wide.getByText('领队 陈**').waitFor()
  await shoot(wide, 'roster-wide')
  await wide.context().close()
  await moveClock(server.base, SATURDAY - HOUR / 4)
  const leader = await screenOf('volunteer')
  await leader.goto(`${server.base}/pages/home/index`)
  await leader.locator('#lead-roll-call').waitFor()
  await shoot(leader, 'home-leader')
  await leader.locator('#lead-roll-call').click()
  await leader.locator('#begin-roll-call').click()
  await leader.getByText('姓名显示着').waitFor()
  await leader.getByText('周明').waitFor()
  await shoot(leader, 'roster-leader')
  await leader.context().close()
})

it('lets a resident say what they can do, and join a team', async () => {
  await admin.do('createTeam', { communityId, kind: 'club', name: '合唱队' })
  const page = await screenOf('parent')
  await page.goto(at('resident/skills'))
  await page.locator('[data-skill="law"]').getByText('我有这个专长').click()
  await page.locator('[data-skill="law"]').getByText('等社区确认').waitFor()
  await shoot(page, 'skills')
  await page.goto(at('resident/teams'))
  await page.getByText('加入', { exact: true }).click()
  await page.getByText('我在这里').waitFor()
  await shoot(page, 'teams')
  await page.goto(`${server.base}/pages/session/index?c=${communityId}&s=${sessionId}`)
  await page.getByText('领队 陈**').waitFor()
  await shoot(page, 'session-leader')
  await page.context().close()
  const desk = await screenOf('admin')
  await desk.goto(at('office/teams'))
  await desk.getByText('1 人').waitFor()
  await shoot(desk, 'cadre-teams')
  await desk.locator('#team-new').click()
  await desk.locator('#team-name input').fill('合唱队')
  await desk.locator('#team-save').click()
  await desk.getByText('已经有一个叫这个名字的队伍了').waitFor()
  await desk.context().close()
})
