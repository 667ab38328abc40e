import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Browser, Locator } from 'playwright-core'
import { launchChromium } from '../browser/chromium'
import { Person, startServer } from '../scenario/server'
import { startContainer, type Container, type Launch } from './container'
import { sentSince, type Sent } from './set-data'
import { visit, type Visit } from './visit'

/** Most bytes for one tap on the session page, and for the first rendering of home. */
export const MOST = { sessionTap: 8 * 1024, homeRender: 64 * 1024 }

export interface Measured {
  page: string
  render: Sent
  /** the dearest of the taps that stay on the page; null: none does */
  tap: Sent | null
}

/** Taps tried on each page: those that lead elsewhere belong to another page. */
const TAPS = 8

/**
 * Opens pages of the built mini-program in the seeded demo community, and taps what can be tapped.
 * @param only routes to measure; all of them when left out
 */
export async function measureSetData(only?: string[]): Promise<Measured[]> {
  const { DATABASE_URL: _, ...rest } = process.env
  const folder = mkdtempSync(path.join(tmpdir(), 'linli-setdata-'))
  const server = await startServer({ ...rest, DATA_DIR: folder, PORT: '0', LINLI_MODE: 'demo' })
  const container = await startContainer(server.base)
  const browser = await launchChromium()
  try {
    const launches = (await launchesIn(server.base)).filter(({ path }) => only?.includes(path) ?? true)
    const measured: Measured[] = []
    for (const launch of launches) measured.push(await measure(browser, container, launch))
    return measured
  } finally {
    await browser.close()
    await container.stop()
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Every page, as the one opens it whom it is for. */
async function launchesIn(base: string): Promise<Launch[]> {
  const cadre = await new Person(base, 'cadre').signIn()
  const { communityId: c } = (await cadre.do('whoAmI', {})).memberships[0] ?? { communityId: '' }
  const { sessions } = await cadre.do('listSessions', { communityId: c })
  const session = sessions.find(({ slots }) => slots.length > 1) ?? sessions[0]
  const query = { c, s: session?.id ?? '' }
  const draw = sessions.flatMap(({ slots }) => slots).find(({ drawAt }) => drawAt !== null)
  const resident = (page: string) => ({ persona: 'parent', path: `packages/resident/${page}/index` })
  const ofCadre = (page: string) => ({ persona: 'cadre', path: `packages/${page}/index` })
  return [
    { persona: 'volunteer', path: 'pages/home/index' },
    { persona: 'parent', path: 'pages/session/index', query, scene: 1007 },
    { persona: 'parent', path: 'pages/schedule/index' },
    { persona: 'parent', path: 'pages/points/index' },
    { persona: 'volunteer', path: 'pages/me/index' },
    ...['household', 'inbox', 'record', 'community'].map(resident),
    { ...resident('check-in'), query },
    { ...resident('draw'), query: { c, d: draw?.id ?? '' } },
    ...['cadre/desk', 'cadre/publish', 'office/members'].map(ofCadre),
    { ...ofCadre('cadre/roster'), query },
    { ...ofCadre('cadre/change'), query },
  ]
}

async function measure(browser: Browser, container: Container, launch: Launch): Promise<Measured> {
  let phone = await visit(browser, container, launch)
  const render = await sentSince(phone)
  const reopen = async () => {
    await phone.close()
    phone = await visit(browser, container, launch)
    await sentSince(phone)
  }
  let tap: Sent | null = null
  for (let index = 0; index < TAPS; index += 1) {
    const target = () => phone.front.locator('.tap').nth(index)
    if (!(await target().isVisible())) break
    if (!(await canBeTapped(target()))) await reopen()
    await target().tap()
    const sent = await sentSince(phone)
    if (await isElsewhere(phone, launch)) await reopen()
    else if (sent.bytes > (tap?.bytes ?? -1)) tap = sent
  }
  await phone.close()
  return { page: launch.path, render, tap }
}

/** Not while a sheet that the tap before has opened lies over it. */
function canBeTapped(target: Locator): Promise<boolean> {
  return target.tap({ trial: true, timeout: 2_000 }).then(
    () => true,
    () => false,
  )
}

function isElsewhere({ page }: Visit, { path }: Launch): Promise<boolean> {
  return page.evaluate((route) => {
    const pages = (window as unknown as { getCurrentPages(): { route: string }[] }).getCurrentPages()
    return pages.length !== 1 || pages[0]?.route !== route
  }, path)
}
