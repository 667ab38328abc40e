import { DAY } from '@/domain/time'
import { post, seat } from '../cloud/calls'
import { Neighbourhood, SATURDAY } from './neighbours'

let here: Neighbourhood
beforeAll(async () => {
  here = await Neighbourhood.found()
  await here.resident('neighbour', '陈建国')
  await here.publish([seat({ ageBand: '3-6' })], SATURDAY, { title: '周末绘本课', place: '社区图书室' })
  await here.publish([post({ skill: 'law' })], SATURDAY + DAY, { title: '邻里法律咨询', place: '服务站' })
}, 120_000)
afterAll(() => here.close())

const open = async () => {
  const home = await (await here.phoneOf('neighbour')).open('pages/home/index')
  await home.shows('周末绘本课')
  await home.tap('#to-find')
  return (await here.phoneOf('neighbour')).open('packages/resident/find/index')
}
const both = ['周末绘本课', '邻里法律咨询']

it('finds by a word, and by what matters, and shows everything again when it is cleared', async () => {
  const page = await open()
  for (const title of both) await page.shows(title)
  await page.type('#find-words', '图书室')
  await page.shows('找到 1 场')
  await page.shows('周末绘本课')
  await page.tap('#find-clear')
  await page.shows('找到 2 场')
  await page.tap('#find-skill')
  await page.tap('.sheet .pick', '法律')
  await page.shows('找到 1 场')
  await page.shows('邻里法律咨询')
})

it('says what to do when there is nothing like it', async () => {
  const page = await open()
  await page.shows('找到 2 场')
  await page.type('#find-words', '足球')
  await page.shows('没有找到。少选一样，或换个词试试。')
})
