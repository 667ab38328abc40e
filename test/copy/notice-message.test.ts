import { fitted } from '@/copy/message-field'
import { formalTime, messageData } from '@/copy/notice-message'
import { TEMPLATE_PARTS, MESSAGE_TEMPLATES } from '@/domain/platform-message'
import { readTemplateForm } from '@/cloud/wechat/message-template'
import { noticeKind } from '@/contract/list-notices'
import { at } from '../domain/facts'

const twenty = '一二三四五六七八九十一二三四五六七八九十'

describe('a text of a field', () => {
  it.each<[string, string, string, string]>([
    ['stays with twenty characters', 'thing1', twenty, twenty],
    ['ends with … beyond', 'thing1', `${twenty}一`, '一二三四五六七八九十一二三四五六七八九…'],
    [
      'keeps an emoji of one character whole',
      'thing1',
      '一二三四五六七八九十一二三四五六七八🌱九十',
      '一二三四五六七八九十一二三四五六七八🌱…',
    ],
    [
      'leaves out a family that does not fit',
      'thing1',
      '一二三四五六七八九十一二三四五六七👨‍👩‍👧八九',
      '一二三四五六七八九十一二三四五六七…',
    ],
    [
      'leaves out a flag that does not fit whole',
      'thing1',
      '一二三四五六七八九十一二三四五六七八🇨🇳九',
      '一二三四五六七八九十一二三四五六七八…',
    ],
    ['is never empty', 'thing1', ' \n ', '见详情'],
    ['is one line', 'thing1', '带水杯\n带雨衣', '带水杯 带雨衣'],
    ['is five Chinese characters in a phrase', 'phrase3', '已取消，退回5分钱', '已取消退回'],
    ['is some phrase', 'phrase3', 'cancelled', '有消息'],
    ['is ten in a name', 'name1', twenty, '一二三四五六七八九十'],
    ['is thirty-two letters without Chinese', 'character_string2', `编号${'a'.repeat(40)}`, 'a'.repeat(32)],
    ['is digits alone in a number', 'number2', '+10 分', '10'],
    ['is nought where there are none', 'number2', '很多', '0'],
    ['is the time as it is', 'time2', '2026年11月28日 16:20', '2026年11月28日 16:20'],
  ])('%s', (_, field, text, expected) => {
    expect(fitted(field, text)).toBe(expected)
  })

  it('is cut at the limit, counted in code points', () => {
    for (let length = 1; length < 45; length += 1) {
      const cut = [...fitted('thing1', '一🌱'.repeat(length))]
      expect(cut.length).toBeLessThanOrEqual(20)
      expect(cut.join('')).not.toMatch(/\p{Cs}/u)
    }
  })
})

it('tells a time in the platform’s form, in Shanghai', () => {
  expect(formalTime(at('2026-11-28 16:20'))).toBe('2026年11月28日 16:20')
  expect(formalTime(at('2027-01-03 00:05'))).toBe('2027年1月3日 00:05')
})

describe('every notice', () => {
  const bare = { createdAt: at('2026-03-02 09:00'), points: null, until: null, change: null }
  const facts = [
    { ...bare, title: null, startsAt: null, place: null },
    { ...bare, title: `${twenty}👨‍👩‍👧${twenty}`, startsAt: at('2026-03-07 10:00'), place: '', points: 1000 },
  ]
  it.each(noticeKind.options)('of %s fills each field of every template, within its limits', (kind) => {
    for (const template of MESSAGE_TEMPLATES) {
      const form = readTemplateForm(template, 'template-id')
      for (const it_ of facts) {
        const data = messageData({ ...it_, kind }, form?.fields ?? [])
        expect(Object.keys(data)).toHaveLength(TEMPLATE_PARTS[template].length)
        for (const [field, { value }] of Object.entries(data)) {
          expect(value).not.toBe('')
          expect([...value].length).toBeLessThanOrEqual(field.startsWith('phrase') ? 5 : 20)
        }
      }
    }
  })

  it('says its note in whole: it is never cut', () => {
    for (const kind of noticeKind.options) {
      const [{ value } = { value: '' }] = Object.values(
        messageData({ ...facts[1]!, kind }, [{ part: 'note', field: 'thing1' }]),
      )
      expect(value).not.toMatch(/…/)
    }
  })
})

describe('a template of the console', () => {
  it('has fields of its own, and may lack some', () => {
    expect(readTemplateForm('reminder', 'abc-DEF_123:thing4,date2,-,thing7')).toEqual({
      id: 'abc-DEF_123',
      fields: [
        { part: 'activity', field: 'thing4' },
        { part: 'time', field: 'date2' },
        { part: 'note', field: 'thing7' },
      ],
    })
  })

  it.each([
    '',
    'short',
    'has spaces in it',
    'template-id:thing1',
    'template-id:thing1,time2,thing3,thing3',
    'template-id:thing1,time2,thing3,title4',
    'template-id:-,-,-,-',
    'template-id:thing1,time2,thing3,thing4:more',
  ])('is not read from "%s"', (text) => {
    expect(readTemplateForm('reminder', text)).toBeNull()
  })
})
