import { DAY } from '@/domain/time'
import { launchChromium } from '../browser/chromium'
import { post, seat } from '../cloud/calls'
import { startContainer } from '../container/container'
import { sentSince } from '../container/set-data'
import { visit } from '../container/visit'
import { startCommunity } from '../scenario/community'

const LAUNCHES = 5

/**
 * Launches the built mini-program from a card, in a fresh Chromium page each time.
 * @returns for each launch: milliseconds from the navigation to the main button with its verdict, and bytes
 *   of setData until the page is quiet
 */
export async function measureFirstRender(): Promise<{ milliseconds: number; setDataBytes: number }[]> {
  const community = await startCommunity()
  const container = await startContainer(community.server.base)
  const browser = await launchChromium()
  try {
    const sessionId = await community.publish([post(), seat()], Date.now() + 5 * DAY)
    const query = { c: community.communityId, s: sessionId }
    const launches = []
    for (let launch = 0; launch < LAUNCHES; launch += 1) {
      const started = performance.now()
      const card = { persona: 'visitor', path: 'pages/session/index', query, scene: 1007 }
      const phone = await visit(browser, container, card)
      await phone.front.locator('#verdict-button').waitFor()
      const milliseconds = performance.now() - started
      launches.push({ milliseconds, setDataBytes: (await sentSince(phone)).bytes })
      await phone.close()
    }
    return launches
  } finally {
    await browser.close()
    await container.stop()
    await community.stop()
  }
}
