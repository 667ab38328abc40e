import { changedTexts, newsOf, type CallTexts } from '@/domain/call-texts'

const was: CallTexts = {
  ...{ cover: 'broom', title: '大扫除', description: '', bring: '手套' },
  ...{ riskNote: '不爬高', insurance: '有', contact: '' },
}
const news = (part: Partial<CallTexts>) => newsOf(changedTexts(was, { ...was, ...part }), { ...was, ...part })

it.each<[string, Partial<CallTexts>, ReturnType<typeof newsOf>]>([
  ['nothing', {}, null],
  ['other words about it', { title: '扫除', description: '一起来', contact: '小王', cover: 'book' }, null],
  ['something else to bring', { bring: '水杯' }, { riskNote: false, bring: '水杯' }],
  ['nothing to bring any more', { bring: '' }, { riskNote: false, bring: '' }],
  ['another risk note', { riskNote: '戴口罩' }, { riskNote: true, bring: null }],
])('tells those who come of %s', (_, part, told) => {
  expect(news(part)).toEqual(told)
})
