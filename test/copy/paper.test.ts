import { paperPeriod, paperRowWords } from '@/copy/paper'

const at = (iso: string) => Date.parse(`${iso}+08:00`)

it('dates the sheet in full, whenever it is printed', () => {
  expect(paperPeriod(at('2026-12-05T10:00'), at('2026-12-05T11:30'))).toBe('2026年12月5日 周六 10:00–11:30')
})

it.each([
  ['found', '记到场', 'go'],
  ['here', '已经签到', ''],
  ['gone', '取消了报名', 'wait'],
  ['own', '自己家，请同事来', 'wait'],
  ['decided', '已结束点名', ''],
  ['unknown', '没有这个码', 'stop'],
] as const)('says of a code that is %s: %s', (is, words, tone) => {
  expect(paperRowWords(is)).toEqual({ words, tone })
})
