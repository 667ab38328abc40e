import { fireEvent, render } from '@testing-library/react'
import { VerdictButton, VerdictSentence } from '@/components/verdict-button/verdict-button'
import { verdictSentence, verdictWords } from '@/copy/verdict'
import type { Standing } from '@/domain/standing'

const at = (iso: string) => Date.parse(`${iso}+08:00`)
const telling = { now: at('2026-11-25T12:00'), elder: false }
const self = { kind: 'resident' as const, id: 'r', name: '' }
const child = (name: string) => ({ kind: 'child' as const, id: name, name })
const full = { reason: 'slot_full', waitlist: 3, left: 0 } as const
const notOpen = {
  reason: 'not_open_yet',
  opensAt: at('2026-11-28T10:00'),
  priorityOpensAt: null,
  price: null,
  have: 0,
  need: 0,
  needsConfirmation: false,
  pointsUsableFrom: null,
} as const

const post: Standing = { is: 'bookable', kind: 'post', party: [self], cost: 0, freeFrom: null }
const twins = [child('小满'), child('小禾')]

function draw(standing: Standing, pending = false) {
  const onPress = jest.fn()
  const { container } = render(
    <VerdictButton standing={standing} telling={telling} pending={pending} onPress={onPress} />,
  )
  const button = container.querySelector('#verdict-button')
  if (!button) throw new Error('no verdict button')
  return { words: button.textContent, tap: () => fireEvent.click(button), onPress }
}

const noWindow = { payingAhead: 0, usePoints: false, price: 0 }

it.each<[string, Standing, boolean]>([
  ['我来认领', post, true],
  ['给小满报名', { is: 'bookable', kind: 'seat', party: [child('小满')], cost: 0, freeFrom: null }, true],
  [
    '报 2 个孩子·用 20 分',
    { is: 'bookable', kind: 'seat', party: twins, cost: 20, freeFrom: at('2026-11-28T10:00') },
    true,
  ],
  ['先报 1 个', { is: 'fewer', party: [child('小满')], of: 2, cost: 0, refusal: full }, true],
  ['周六 10:00 开放', { is: 'refused', refusal: notOpen }, false],
  [
    '周六 10:00 开放·提醒我',
    { is: 'remindable', party: [self], at: at('2026-11-28T10:00'), refusal: notOpen },
    true,
  ],
  ['开放前提醒我', { is: 'remindable', party: [self], at: at('2026-12-05T10:00'), refusal: notOpen }, true],
  ['已报名抽签 ✓', { is: 'applied', drawAt: at('2026-12-30T20:00'), points: 10 }, false],
  ['已设提醒 ✓', { is: 'reminded', at: at('2026-11-28T10:00'), refusal: notOpen }, false],
  [
    '我要候补(第 4 位)',
    { is: 'waitable', kind: 'post', ahead: 3, party: [self], ...noWindow, refusal: full },
    true,
  ],
  ['候补中·第 2 位', { is: 'waiting', position: 2, withPoints: null, usePoints: false }, false],
  ['轮到您了，我要', { is: 'offered', until: at('2026-11-25T12:30'), party: twins, cost: 0 }, true],
  ['轮到您了，我要·用 20 分', { is: 'offered', until: at('2026-11-25T12:30'), party: twins, cost: 20 }, true],
  ['已认领 ✓', { is: 'held', kind: 'post' }, false],
  ['已报名 ✓', { is: 'held', kind: 'seat' }, false],
  ['添加孩子', { is: 'no_child', band: '3-6', hasOthers: false, then: 'book' }, true],
  ['我来替班', { is: 'substitute', family: false }, true],
  ['先问候补的邻居', { is: 'refused', refusal: { reason: 'waitlist_first', until: telling.now } }, false],
  ['签到', { is: 'check_in' }, true],
  ['已签到 ✓', { is: 'checked_in' }, false],
  ['来过 ✓ +10 分', { is: 'came', points: 10 }, false],
  ['来过 ✓', { is: 'came', points: 0 }, false],
  ['已经结束', { is: 'over', held: false }, false],
  [
    '我有这个专长',
    { is: 'refused', refusal: { reason: 'skill_missing', attendee: self, skill: 'haircut' } },
    true,
  ],
  ['去填住址', { is: 'refused', refusal: { reason: 'not_confirmed', attendee: self } }, true],
])('says %s, and acts only where a tap does something', (words, standing, acts) => {
  const button = draw(standing)
  button.tap()
  expect([button.words, button.onPress.mock.calls.length]).toEqual([words, acts ? 1 : 0])
})

it('names the slot where there are several of its kind', () => {
  expect(verdictWords(post, telling, '东门').label).toBe('认领·东门')
  const seat: Standing = { ...post, kind: 'seat', party: [child('小满')], cost: 10 }
  expect(verdictWords(seat, telling, '上午班').label).toBe('给小满报名·上午班·用 10 分')
})

it('does nothing while an answer is under way', () => {
  const button = draw(post, true)
  button.tap()
  expect(button.onPress).not.toHaveBeenCalled()
})

it('explains what is not a plain yes, and leaves a yes without words', () => {
  const sentence = (standing: Standing) =>
    render(<VerdictSentence standing={standing} telling={telling} />).container.querySelector('.refusal')
  expect(sentence(post)).toBeNull()
  expect(sentence({ is: 'refused', refusal: notOpen })?.textContent).toBe('周六上午 10 点大家都能报。')
  expect(sentence({ is: 'fewer', party: [child('小满')], of: 2, cost: 0, refusal: full })?.textContent).toBe(
    '剩下的名额不够 2 个一起报。先给小满报上，另外 1 个可以接着候补。',
  )
})

it.each<[string, Standing]>([
  [
    '周六 10:00 起大家都能报，不用积分。现在报用 10 分。',
    { is: 'bookable', kind: 'seat', party: [child('小满')], cost: 10, freeFrom: at('2026-11-28T10:00') },
  ],
  [
    '岗位满了，前面有 3 家在候补。有空位自动给您报上，并告诉您。',
    {
      is: 'waitable',
      kind: 'post',
      ahead: 3,
      party: [self],
      ...noWindow,
      refusal: full,
    },
  ],
  [
    '这里给 3–6 岁的孩子。名额满了，添加孩子后就能候补。只要小名和年龄段。',
    { is: 'no_child', band: '3-6', hasOthers: false, then: 'wait' },
  ],
  [
    '这里给 3–6 岁的孩子，家里还没有这个年龄的孩子。',
    { is: 'no_child', band: '3-6', hasOthers: true, then: 'nothing' },
  ],
  ['有邻居来不了。您接上，这个岗位就是您的。', { is: 'substitute', family: false }],
  ['家里人来不了，您顶上，这个岗位就是您的。', { is: 'substitute', family: true }],
  ['等领队确认。', { is: 'checked_in' }],
  [
    '周一 20:00 抽签。没用积分。没抽中自动排候补。',
    { is: 'applied', drawAt: at('2026-11-30T20:00'), points: 0 },
  ],
  [
    '周六上午 10 点大家都能报。提前 10 分钟在“消息”里提醒您。',
    { is: 'reminded', at: at('2026-11-28T10:00'), refusal: notOpen },
  ],
  [
    '前面还有 6 家；用积分的话排第 2 位。轮到时自动给您报上，并告诉您。',
    { is: 'waiting', position: 7, withPoints: 2, usePoints: false },
  ],
  [
    '前面还有 6 家；用积分的名额，您排第 2 位。轮到时自动给您报上，并告诉您。',
    { is: 'waiting', position: 7, withPoints: 2, usePoints: true },
  ],
  [
    '名额满了，前面有 3 家在候补。有空位自动给您报上，并告诉您。用积分的话排第 2 位，有人退掉积分名额时用 10 分。',
    {
      is: 'waitable',
      kind: 'seat',
      ahead: 3,
      payingAhead: 1,
      party: [child('小满')],
      usePoints: true,
      price: 10,
      refusal: full,
    },
  ],
])('says %s', (words, standing) => {
  expect(verdictSentence(standing, telling)).toBe(words)
})
