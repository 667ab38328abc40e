import { startCommunity } from '../scenario/community'
import { launchChromium } from './chromium'

it('what goes wrong in a browser is told once, with its page, and the app goes on', async () => {
  const community = await startCommunity()
  const browser = await launchChromium()
  const page = await browser.newPage()
  const said: Record<string, string>[] = []
  page.on('request', (request) => {
    if (request.url().endsWith('/api/reportError'))
      said.push(request.postDataJSON() as Record<string, string>)
  })
  await page.goto(`${community.server.base}/pages/home/index?c=${community.communityId}`)
  await page.locator('.taro_page').first().waitFor()
  const answered = page.waitForResponse((response) => response.url().endsWith('/api/reportError'))
  await page.evaluate(() => {
    for (let time = 0; time < 3; time += 1)
      setTimeout(() => {
        throw new TypeError('林晓雯 of 13800138000 is not a function')
      })
  })
  expect((await answered).status()).toBe(200)
  const again = page.waitForResponse((response) => response.url().endsWith('/api/reportError'))
  await page.evaluate(() => void Promise.reject(new Error('nobody waits')))
  expect((await again).status()).toBe(200)
  expect(said).toEqual([
    expect.objectContaining({
      kind: 'error',
      message: 'TypeError: … of … is not a function',
      platform: 'h5',
    }),
    expect.objectContaining({ kind: 'rejection', message: 'Error: nobody waits', page: 'pages/home/index' }),
  ])
  await browser.close()
  await community.stop()
}, 120_000)
