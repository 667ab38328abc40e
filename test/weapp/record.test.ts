import { HOUR, MINUTE } from '@/domain/time'
import { post } from '../cloud/calls'
import type { Options } from './fake-wx'
import type { Phone } from './mini-program'
import { Neighbourhood, SATURDAY } from './neighbours'

// One person's record, and what others see of it: each test goes on where the last one ended.
let here: Neighbourhood
let sessionId: string

beforeAll(async () => {
  here = await Neighbourhood.found()
  const { communityId, cadre, api } = here
  const volunteer = await here.resident('volunteer', '陈建国')
  sessionId = await here.publish([post({ title: '护学岗' })], SATURDAY, { title: '放学护学岗' })
  await here.claim(volunteer, sessionId)
  await api.moveClock(SATURDAY - 5 * MINUTE)
  const { code } = await cadre.do('getCheckInCode', { communityId, sessionId })
  await volunteer.do('checkIn', { communityId, sessionId, code })
  await api.moveClock(SATURDAY + HOUR)
  await cadre.do('confirmSession', { communityId, sessionId, headCount: 1, absent: [] })
}, 120_000)
afterAll(() => here.close())

const year = new Date(SATURDAY + 8 * HOUR).getUTCFullYear()

async function openRecord(phone?: Phone) {
  const its = phone ?? (await here.phoneOf('volunteer'))
  const page = await its.open('packages/resident/record/index')
  await page.shows('不是证明文件')
  return { phone: its, page }
}

it('shows the hours of the year, by kind and one by one', async () => {
  const { page } = await openRecord()
  expect(page.texts('#year-hours')).toEqual(['1 小时'])
  expect(page.texts('.record-kind')).toEqual([expect.stringMatching(/1 次1 小时$/)])
  await page.counts('.record-row', 1)
  expect(page.text()).not.toContain('CSV')
})

describe('a spreadsheet of the year', () => {
  it('is fetched by its link and shown, with the menu that sends it on', async () => {
    const { phone, page } = await openRecord()
    const fetched: Options[] = []
    const opened: Options[] = []
    phone.answers.downloadFile = (options) => {
      fetched.push(options)
      return { statusCode: 200, filePath: options.filePath }
    }
    phone.answers.openDocument = (options) => void opened.push(options)
    await page.tap('#record-xlsx')
    await page.counts('.notice', 0)
    expect(fetched[0]?.url).toMatch(/^https:\/\/1234-linli\.tcb\.qcloud\.la\/exports\/[0-9a-f]{48}\.xlsx$/)
    expect(opened[0]).toMatchObject({
      filePath: `wxfile://usr/平台记录-${year}年.xlsx`,
      fileType: 'xlsx',
      showMenu: true,
    })
  })

  it.each<[string, Phone['answers'], string]>([
    ['the link is over', { downloadFile: () => ({ statusCode: 403 }) }, '链接过期了'],
    ['the network goes', { downloadFile: fails('downloadFile:fail timeout') }, '文件没下载完'],
    [
      'the phone cannot show it',
      {
        downloadFile: () => ({ statusCode: 200 }),
        openDocument: fails('openDocument:fail filetype not supported'),
      },
      '打不开表格',
    ],
  ])('says what is the matter when %s', async (_, answers, words) => {
    const { phone, page } = await openRecord()
    Object.assign(phone.answers, answers)
    await page.tap('#record-xlsx')
    await page.shows(words)
  })
})

describe('a picture of the year', () => {
  it('goes into the album', async () => {
    const { phone, page } = await openRecord()
    phone.answers.canvasToTempFilePath = () => ({ tempFilePath: 'wxfile://tmp/record.png' })
    const saved: Options[] = []
    phone.answers.saveImageToPhotosAlbum = (options) => void saved.push(options)
    await page.tap('#record-image')
    await page.counts('#image-keep', 1)
    await page.counts('#image-keep.off', 0)
    await page.tap('#image-keep')
    await page.shows('图片存好了')
    expect(saved[0]?.filePath).toBe('wxfile://tmp/record.png')
  })

  it('leads to the settings where the album is closed to it, and says nothing where it was called off', async () => {
    const { phone, page } = await openRecord()
    phone.answers.saveImageToPhotosAlbum = fails('fail auth deny')
    await page.tap('#record-image')
    await page.counts('#image-keep', 1)
    await page.counts('#image-keep.off', 0)
    await page.tap('#image-keep')
    await page.shows('还没允许存到相册')
    await page.tap('#to-permissions')
    expect(phone.asked).toContain('openSetting')
    phone.answers.saveImageToPhotosAlbum = fails('fail cancel')
    await page.tap('#image-keep')
    await page.counts('#to-permissions', 0)
    expect(page.texts('#picture-sheet .notice')).toEqual([])
  })
})

it('keeps a volunteer number, and sends back the number of an identity card', async () => {
  const { page } = await openRecord()
  await page.shows('没填编号')
  await page.tap('#record-details')
  await page.type('#volunteer-number', '11010519491231002X')
  await page.shows('这是身份证号')
  await page.type('#volunteer-number', '4403 0000 0012 345')
  await page.tap('#details-save')
  await page.counts('#details-sheet', 0)
  expect(page.text()).not.toContain('没填编号')
})

it('is named on the list of honours once its owner agrees', async () => {
  const openHonours = async () => {
    const list = await (await here.phoneOf('cadre')).open('packages/office/honours/index')
    await list.shows('1 人服务，共 1 小时，1 次')
    return list.texts('.honour-row')
  }
  expect(await openHonours()).toEqual([expect.stringContaining('未公开')])
  const { page } = await openRecord()
  await page.tap('#record-details')
  await page.tap('#named-in-honours')
  await page.tap('#details-save')
  await page.counts('#details-sheet', 0)
  expect(await openHonours()).toEqual([expect.stringContaining('陈建国')])
})

it('shows what a cadre thought of the service', async () => {
  const phone = await here.phoneOf('cadre')
  const roster = await phone.open('packages/cadre/roster/index', { c: here.communityId, s: sessionId })
  await roster.tap('#evaluations-open')
  await roster.tap('.evaluation-row .chip', '良好')
  await roster.counts('.evaluation-row .chip.on', 1)
  const { page } = await openRecord()
  expect(page.texts('.record-row')).toEqual([expect.stringContaining('良好')])
})

function fails(errMsg: string) {
  return () => {
    throw new Error(errMsg.replace(/^.*?fail /, ''))
  }
}
