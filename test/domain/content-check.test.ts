import { contentStep, whyNotShown, type ContentVerdict } from '@/domain/content-check'
import { MINUTE } from '@/domain/time'

const NOW = Date.UTC(2026, 10, 25, 2)
const silent: ContentVerdict = { suggest: 'unanswered', cause: 'no_answer' }

describe('what is done with a text', () => {
  it.each<[string, ContentVerdict, number, ReturnType<typeof contentStep>]>([
    ['passed', { suggest: 'pass' }, 0, { step: 'publish' }],
    ['risky', { suggest: 'risky', label: 'advert' }, 0, { step: 'refuse', label: 'advert' }],
    [
      'to be read by a person',
      { suggest: 'review', label: 'other' },
      0,
      { step: 'hold', state: 'review', label: 'other', nextTryAt: null },
    ],
    [
      'unanswered the first time: again in a minute',
      silent,
      0,
      { step: 'hold', state: 'unanswered', label: null, nextTryAt: NOW + MINUTE },
    ],
    [
      'unanswered the fifth time: after sixteen minutes',
      { suggest: 'unanswered', cause: 'too_often' },
      4,
      { step: 'hold', state: 'unanswered', label: null, nextTryAt: NOW + 16 * MINUTE },
    ],
    [
      'unanswered for the thousandth time: never later than half an hour',
      silent,
      1000,
      { step: 'hold', state: 'unanswered', label: null, nextTryAt: NOW + 30 * MINUTE },
    ],
    [
      'of somebody who was not there lately: not by itself',
      { suggest: 'unanswered', cause: 'stale_identity' },
      0,
      { step: 'hold', state: 'unanswered', label: null, nextTryAt: null },
    ],
  ])('%s', (_, verdict, tries, expected) => {
    expect(contentStep(verdict, tries, NOW)).toEqual(expected)
  })
})

it('shows at once only what passed', () => {
  expect(whyNotShown({ suggest: 'pass' })).toBeNull()
  expect(whyNotShown({ suggest: 'risky', label: 'abuse' })).toEqual({
    reason: 'content_refused',
    label: 'abuse',
  })
  expect(whyNotShown({ suggest: 'review', label: 'abuse' })).toEqual({ reason: 'content_unchecked' })
  expect(whyNotShown(silent)).toEqual({ reason: 'content_unchecked' })
})
