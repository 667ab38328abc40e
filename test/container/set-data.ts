import type { Visit } from './visit'

/** What one rendering, or what followed one tap, sent from the app's thread to the one that draws. */
export interface Sent {
  calls: number
  bytes: number
}

const QUIET = 400

/** What was sent to the page in front since the record was last emptied, once nothing more comes; empties it. */
export async function sentSince({ page }: Visit): Promise<Sent> {
  for (let before = -1, now = 0; before !== now;) {
    before = now
    await page.waitForTimeout(QUIET)
    now = await page.evaluate(() => window.phone.setData.length + 1000 * window.phone.callsUnderWay())
  }
  return page.evaluate(() => {
    const record = window.phone.setData.splice(0)
    return { calls: record.length, bytes: record.reduce((sum, { bytes }) => sum + bytes, 0) }
  })
}
