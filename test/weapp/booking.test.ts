import { CONSENT_VERSION } from '@/domain/child'
import { DAY, HOUR, MINUTE, WEEK } from '@/domain/time'
import { post, seat } from '../cloud/calls'
import { Neighbourhood, SATURDAY } from './neighbours'

let here: Neighbourhood
beforeAll(async () => {
  here = await Neighbourhood.found()
}, 120_000)
afterAll(() => here.close())

describe('a post on the session page', () => {
  let sessionId: string
  beforeAll(async () => {
    sessionId = await here.publish([post({ capacity: 1 }), seat()], SATURDAY)
  })

  it('is claimed with one tap by a stranger who came by a card', async () => {
    const { page } = await here.openCard('stranger', sessionId)
    await page.shows('我来认领')
    for (const words of ['周六绘本课', '10:00', '社区图书室', '还差 1 人', '+10 分'])
      expect(page.text()).toContain(words)
    await page.tap('#verdict-button')
    await page.shows('已认领 ✓')
    expect(await here.held(sessionId)).toBe(1)
  })

  it('goes into the phone’s calendar at a tap, with an alarm, and only then is leave asked', async () => {
    const phone = await here.openCard('stranger', sessionId)
    await phone.page.shows('加到日历')
    expect(phone.asked).toEqual([])
    const kept: object[] = []
    phone.answers.addPhoneCalendar = (options) => void kept.push(options)
    await phone.page.tap('#to-calendar')
    await phone.says('加好了，开始前 1 小时提醒')
    expect(kept).toMatchObject([
      { title: '周六绘本课', startTime: SATURDAY / 1000, location: '社区图书室', alarmOffset: 3600 },
    ])
  })

  it.each([
    ['addPhoneCalendar:fail auth deny', '没有日历权限，在右上角设置里打开'],
    ['addPhoneCalendar:fail system error', '没加上，再试一次'],
  ])('says why it did not get into the calendar: %s', async (message, words) => {
    const phone = await here.openCard('stranger', sessionId)
    await phone.page.shows('加到日历')
    phone.answers.addPhoneCalendar = () => {
      throw new Error(message)
    }
    await phone.page.tap('#to-calendar')
    await phone.says(words)
  })

  it('is full for the next, who waits and is told how many are before', async () => {
    for (const [openId, position] of [
      ['late', 1],
      ['later', 2],
    ] as const) {
      const { page } = await here.openCard(openId, sessionId)
      await page.shows(`我要候补(第 ${position} 位)`)
      expect(page.text()).toContain('岗位满了')
      await page.tap('#verdict-button')
      await page.shows(`候补中·第 ${position} 位`)
      expect(page.text()).toContain('有空位会告诉您')
    }
    const { page } = await here.openCard('later', sessionId)
    await page.shows('前面还有 1 家')
  })

  it('goes on to who waits when its holder gives it back', async () => {
    const { page } = await here.openCard('stranger', sessionId)
    await page.shows('让出岗位')
    await page.tap('#cancel-booking')
    await page.shows('都可以免费取消')
    await page.tap('.button', '先留着')
    await page.counts('#cancel-sheet', 0)
    expect(page.text()).toContain('已认领 ✓')
    await page.tap('#cancel-booking')
    await page.tap('#confirm-cancel')
    await page.shows('候补的邻居有名额了，谢谢您说一声')
    const { page: next } = await here.openCard('late', sessionId)
    await next.shows('已认领 ✓')
  })
})

describe('a place in the class before general opening', () => {
  let sessionId: string
  beforeAll(async () => {
    const { communityId } = here
    const child = { communityId, nickname: '小满', ageBand: '3-6', consentVersion: CONSENT_VERSION }
    const parent = await here.resident('parent', '林晓雯')
    await parent.do('addChild', child)
    await (await here.resident('poor', '周明')).do('addChild', { ...child, nickname: '果果' })
    await here.serve(parent, SATURDAY - DAY)
    const opensAt = new Date(SATURDAY + 3 * DAY).toISOString()
    sessionId = await here.publish([seat({ price: 10, opensAt })], SATURDAY + WEEK)
  })

  it('is refused without points, in a sentence that says when and how it will be possible', async () => {
    const { page } = await here.openCard('poor', sessionId)
    await page.shows('大家都能报')
    expect(page.texts('.refusal').join()).toMatch(/周二上午 10 点大家都能报。再攒 10 分，就能提前报。/)
    expect(page.texts('#verdict-button')).toEqual([expect.stringContaining('周二 10:00 开放·提醒我')])
    await page.tap('#verdict-button')
    await page.shows('已设提醒 ✓')
    expect(page.text()).toContain('周二上午 9 点 50 分在“消息”里提醒您')
    expect(await here.held(sessionId)).toBe(0)
  })

  it('names beside the missing points a post that brings them in time, and leads there and back', async () => {
    const duty = await here.publish([post({ capacity: 3 })], SATURDAY + 2 * DAY, { title: '周一护学岗' })
    const phone = await here.openCard('poor', sessionId)
    await phone.page.shows('做完这 1 次就够')
    expect(phone.page.texts('#earning .item')).toEqual([
      expect.stringMatching(/周一护学岗.*还差 3 人.*\+10 分/),
    ])
    await phone.page.tap('#earning .item')
    await phone.page.shows('我来认领')
    expect(phone.page.query).toMatchObject({ s: duty })
    await phone.back()
    await phone.page.shows('再攒 10 分')
  })

  it('is told of in the messages ten minutes before it opens, unless the reminder is taken back', async () => {
    const { page } = await here.openCard('poor', sessionId)
    await page.tap('#cancel-reminder')
    await page.shows('不提醒了')
    await page.tap('#verdict-button', '提醒我')
    await page.shows('已设提醒 ✓')
    const soon = await here.publish(
      [post({ opensAt: new Date(SATURDAY - DAY + 2 * HOUR).toISOString() })],
      SATURDAY,
    )
    const phone = await here.openCard('poor', soon)
    await phone.page.tap('#verdict-button', '提醒我')
    await phone.page.shows('已设提醒 ✓')
    await here.api.moveClock(SATURDAY - DAY + HOUR + 55 * MINUTE)
    const inbox = await phone.open('packages/resident/inbox/index')
    await inbox.shows('马上就能报了')
    expect(inbox.texts('.notice-row')[0]).toMatch(/周六绘本课.*今天中午 12 点您就能报/)
    await inbox.tap('.notice-row')
    await phone.page.shows('开放')
  })

  it('is booked for the child with points, and the statement shows what it cost', async () => {
    const phone = await here.openCard('parent', sessionId)
    const { page } = phone
    await page.shows('给小满报名·用 10 分')
    expect(page.text()).toContain('14 个可用积分提前报')
    await page.tap('#verdict-button')
    await page.shows('已报名 ✓')
    expect(page.text()).toContain('用了 10 分')
    expect(await here.held(sessionId)).toBe(1)
    const points = await phone.open('pages/points/index')
    await points.shows('明细')
    expect(points.texts('#can-pay')).toEqual(['0 分'])
    const [spent, earned] = points.texts('.statement-entry')
    expect(spent).toMatch(/^提前报 · 周六绘本课.*−100$/)
    expect(earned).toMatch(/^放学护学岗.*现场签到，由管理员确认.*\+1010$/)
  })

  it('is given back, with the points, after the sheet has said so', async () => {
    const { page } = await here.openCard('parent', sessionId)
    await page.shows('前可免费取消')
    await page.tap('#cancel-booking')
    await page.shows('用掉的积分退回来')
    await page.tap('#confirm-cancel', '取消小满·退 10 分')
    await page.shows('取消好了，10 分退回来了')
    expect(await here.held(sessionId)).toBe(0)
  })
})

describe('a resident with the days to come', () => {
  const sunday = SATURDAY + WEEK + DAY
  let cleanUp: string
  beforeAll(async () => {
    cleanUp = await here.publish([post({ capacity: 5 })], sunday, { kind: 'gathering', title: '大扫除' })
    const haircut = await here.publish([post({ capacity: 1 })], sunday + 2 * DAY, { title: '义剪帮手' })
    await here.claim(await here.resident('quick', '钱进'), haircut)
    const resident = await here.resident('resident', '陈建国')
    const [slotId] = await here.slotIds(haircut)
    const { communityId } = here
    await resident.do('joinWaitlist', { communityId, slotId, party: [{ kind: 'self' }], usePoints: false })
  })

  it('finds on the home page what lacks hands, and claims from there', async () => {
    const phone = await here.phoneOf('resident')
    await phone.page.shows('大扫除')
    expect(phone.page.texts('.session-row').join()).toMatch(/大扫除.*还差 5 人/)
    await phone.page.tap('.chip', '课程')
    expect(phone.page.texts('.session-row').join()).not.toContain('大扫除')
    await phone.page.tap('.chip', '缺人手')
    await phone.page.tap('.session-row', '大扫除')
    await phone.page.shows('我来认领')
    await phone.page.tap('#verdict-button')
    await phone.page.shows('已认领 ✓')
    expect(await here.held(cleanUp)).toBe(1)
  })

  it('is reminded on the home page of the next booking', async () => {
    const { page } = await here.phoneOf('resident')
    await page.shows('下一次')
    expect(page.texts('.booking-card')).toEqual([expect.stringContaining('大扫除')])
  })

  it('sees in the schedule what is booked and where one waits, and leaves the line', async () => {
    const phone = await here.phoneOf('resident')
    const page = await phone.open('pages/schedule/index')
    await page.shows('义剪帮手')
    const [booked, waiting] = page.texts('.booking-card')
    expect(booked).toMatch(/10:00.*已认领.*大扫除.*岗位：领读志愿者/)
    expect(waiting).toMatch(/排第 1 位.*义剪帮手/)
    await page.tap('.button', '不候补了')
    await page.shows('不再候补了')
    await page.counts('.booking-card', 1)
  })

  it('finds in the schedule what is over, marked as attended', async () => {
    const phone = await here.phoneOf('parent')
    const page = await phone.open('pages/schedule/index')
    await page.shows('接下来没有安排')
    await page.tap('.chip', '去过的')
    await page.shows('放学护学岗')
    expect(page.texts('.booking-card')).toEqual([expect.stringContaining('来过 ✓')])
  })
})
