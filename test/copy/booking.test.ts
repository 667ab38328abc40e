import { cancelLabel, cancelWords, freeCancelWords, type BookingFigures } from '@/copy/booking'
import { outcomeWords } from '@/copy/outcome'
import { nameAmong, slotWords } from '@/copy/slot'

const at = (iso: string) => Date.parse(`${iso}+08:00`)
const friday10pm = at('2026-11-27T22:00')
// A Wednesday.
const telling = { now: at('2026-11-25T12:00'), elder: false }
const late = { ...telling, now: friday10pm }

const attendee = (name: string) => ({ id: name, name, checkedInAt: null, checkedOutAt: null, outcome: null })
const twins: BookingFigures = {
  id: 'b',
  kind: 'seat',
  slotTitle: '孩子名额',
  attendees: [attendee('小满'), attendee('小禾')],
  paid: 20,
  freeCancelUntil: friday10pm,
  points: 0,
  substitute: null,
}

describe('giving a place back', () => {
  it.each<[string, BookingFigures, string[], typeof telling]>([
    ['先选取消谁的', twins, [], telling],
    ['取消小满·退 10 分', twins, ['小满'], telling],
    ['取消 2 个·退 20 分', twins, ['小满', '小禾'], telling],
    ['取消小满', { ...twins, paid: 0 }, ['小满'], telling],
    ['取消小满', twins, ['小满'], late],
    ['确定取消', { ...twins, paid: 0, attendees: [{ ...attendee(''), id: 'r' }] }, ['r'], telling],
    ['确定让出', { ...twins, kind: 'post', paid: 0 }, ['小满'], telling],
  ])('says on the button: %s', (words, booking, chosen, when) => {
    expect(cancelLabel(booking, chosen, when)).toBe(words)
  })

  it('says until when it is free, and what it means after that', () => {
    expect(freeCancelWords(friday10pm, telling)).toBe('周五 22:00 前可免费取消')
    expect(cancelWords(twins, { ...telling, now: friday10pm - 1 })).toMatch(/前都可以免费取消/)
    expect(cancelWords(twins, late)).toBe(
      '离开始很近了，这次取消会记一次“临时不来”，积分不退。有邻居接上就不算。',
    )
  })
})

it('repeats what was booked and when', () => {
  const session = { title: '绘本课', startsAt: at('2026-11-28T10:00') }
  const party = [{ kind: 'child' as const, id: 'a', name: '小满' }]
  expect(outcomeWords({ is: 'booked', party, cost: 10 }, telling, session)).toBe(
    '好了：小满，周六 10:00 绘本课，用了 10 分。到时候见。',
  )
})

describe('a slot', () => {
  const figures = {
    ...{ kind: 'seat' as const, title: '孩子名额', capacity: 20, held: 8, ageBand: null, points: 0 },
    ...{ price: null, share: 0, priorityOpensAt: null, opensAt: 0 },
  }
  it('is counted in words', () => {
    expect(slotWords(figures, telling).count).toBe('已报 8 · 还有 12')
    expect(slotWords({ ...figures, kind: 'post' }, telling).count).toBe('已认领 8 · 还差 12')
  })

  it('has a name of its own only among several of its kind', () => {
    const post = (title: string) => ({ kind: 'post' as const, title })
    const gates = [post('交通引导(东门)'), post('交通引导(西门)')]
    expect(gates.map((gate) => nameAmong(gate, gates))).toEqual(['东门', '西门'])
    const duties = [post('领读志愿者'), post('签到志愿者')]
    expect(duties.map((duty) => nameAmong(duty, duties))).toEqual(['领读志愿者', '签到志愿者'])
    expect(
      nameAmong(post('领读志愿者'), [post('领读志愿者'), { ...post('孩子名额'), kind: 'seat' }]),
    ).toBeNull()
  })
})
