import { HOUR, MINUTE } from '@/domain/time'
import { post } from '../cloud/calls'
import { Neighbourhood, SATURDAY, self } from './neighbours'

let here: Neighbourhood
let sessionId: string
beforeAll(async () => {
  here = await Neighbourhood.found()
  const { communityId } = here
  sessionId = await here.publish([post({ title: '护学岗', capacity: 1 })], SATURDAY)
  const [slotId] = await here.slotIds(sessionId)
  const holder = await here.resident('holder', '陈建国')
  const waiter = await here.resident('waiter', '何秀英')
  await waiter.do('setPhone', { communityId, phone: '138 1234 5678' })
  const { bookingId } = await holder.do('bookSlot', { communityId, slotId, party: self })
  await waiter.do('joinWaitlist', { communityId, slotId, party: self, usePoints: false })
  await here.api.moveClock(SATURDAY - 2 * HOUR)
  await holder.do('cancelBooking', { communityId, bookingId })
  await here.api.moveClock(SATURDAY - 2 * HOUR + 16 * MINUTE)
}, 120_000)
afterAll(() => here.close())

it('leads the cadre from the desk to who has not read an offer, masked until revealed, and told with one tap', async () => {
  const phone = await here.phoneOf('cadre')
  const desk = await phone.open('packages/cadre/desk/index')
  await desk.shows('要告诉 1 家')
  await desk.tap('.button', '打电话')
  const { page } = phone
  await page.shows('打电话告诉')
  expect(page.texts('#to-call .item')).toEqual([expect.stringMatching(/何\*\*.*没填住址.*名额留到.*8 点半/)])
  await page.tap('#to-call .in-go', '看号码 138****5678')
  await page.shows('拨打 13812345678')
  phone.answers.makePhoneCall = () => {
    throw new Error('privacy permission is not authorized')
  }
  await page.tap('#to-call .in-go', '拨打')
  await phone.says('没拨出去，请照号码自己拨。')
  await page.tap('#reveal-roster')
  await page.tap('.chip', '打电话联系')
  await page.tap('#why-confirm')
  await page.shows('何秀英')
  await page.tap('#to-call .button', '我告诉了')
  await page.counts('#to-call', 0)
})
