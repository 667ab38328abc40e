import { byNumeral } from '@/copy/numeral'

it('orders names by the number they carry', () => {
  const names = ['第六网格', '花园里', '第十二网格', '第三网格', '第十网格', '第一网格', '第二十网格']
  const sorted = names.map((name) => ({ name })).sort(byNumeral)
  expect(sorted.map((it) => it.name)).toEqual([
    '第一网格',
    '第三网格',
    '第六网格',
    '第十网格',
    '第十二网格',
    '第二十网格',
    '花园里',
  ])
})
