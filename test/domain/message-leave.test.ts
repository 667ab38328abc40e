import { mayAskAbout, messagesAfter } from '@/domain/message-leave'
import type { Standing } from '@/domain/standing'
import { at } from './facts'

const bookable = { is: 'bookable' as const, party: [], cost: 0, freeFrom: null }

it.each<[string, Standing, string[]]>([
  ['a post', { ...bookable, kind: 'post' }, ['reminder', 'change', 'points']],
  ['a place', { ...bookable, kind: 'seat' }, ['reminder', 'change']],
  [
    'a reminder',
    { is: 'remindable', party: [], at: 0, refusal: { reason: 'session_started' } as never },
    ['opening'],
  ],
  ['what does nothing', { is: 'nobody_chosen' }, []],
  ['a refusal', { is: 'refused', refusal: { reason: 'session_started' } as never }, []],
])('after %s, leave is of use for as much as comes of it', (_, standing, templates) => {
  expect(messagesAfter(standing)).toEqual(templates)
})

describe('a kind of message is asked about', () => {
  const now = at('2026-03-02 09:00')
  const asked = (last: number) => ({ at: { reminder: last }, never: [] })
  it.each<[string, Parameters<typeof mayAskAbout>[1], boolean]>([
    ['when it never was', { at: {}, never: [] }, true],
    ['not twice on one day', asked(at('2026-03-02 00:00')), false],
    ['again on the next', asked(at('2026-03-01 23:59')), true],
    ['never again once it was refused for good', { at: {}, never: ['reminder'] }, false],
    ['whatever was asked of another kind', { at: { change: now }, never: ['change'] }, true],
  ])('%s', (_, kept, may) => {
    expect(mayAskAbout(['reminder'], kept, now)).toEqual(may ? ['reminder'] : [])
  })
})
