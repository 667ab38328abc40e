import { seriesMondays, seriesWeeks, type SeriesFacts } from '@/domain/series'
import { DAY, WEEK } from '@/domain/time'

const at = (day: string, time = '16:20:00') => Date.parse(`${day}T${time}+08:00`)
/** A Wednesday; its Monday is 2027-01-11. */
const NOW = at('2027-01-13')
const thisMonday = at('2027-01-11', '00:00:00')
const ago = (weeks: number) => at('2027-01-13') - weeks * WEEK
const facts = (part: Partial<SeriesFacts>): SeriesFacts => ({
  ...{ served: [], open: [], leaves: [], duties: seriesMondays(NOW) },
  ...part,
})
const without = (...weeks: number[]) => ({
  duties: seriesMondays(NOW).filter((monday) => !weeks.some((it) => monday === thisMonday - it * WEEK)),
})

it.each<[string, number, Partial<SeriesFacts>]>([
  ['nothing', 0, {}],
  ['this week alone', 1, { served: [ago(0)] }],
  ['this week and the two before, over the turn of the year', 3, { served: [ago(0), ago(1), ago(2)] }],
  ['two duties in one week: one week', 2, { served: [ago(1), ago(1) + DAY, ago(2)] }],
  ['nothing yet this week', 2, { served: [ago(1), ago(2)] }],
  ['a week left out', 1, { served: [ago(0), ago(2), ago(3)] }],
  ['last week left out', 0, { served: [ago(2), ago(3)] }],
  ['a week without such a duty', 3, { served: [ago(0), ago(2), ago(3)], ...without(1) }],
  ['a week whose books are open', 2, { served: [ago(0), ago(2)], open: [ago(1)] }],
  ['a week of leave', 2, { served: [ago(0), ago(2)], leaves: [{ from: ago(1), until: ago(1) + DAY }] }],
  [
    'a leave that ends with the Sunday before the week left out',
    1,
    { served: [ago(0), ago(2)], leaves: [{ from: ago(2), until: thisMonday - WEEK }] },
  ],
  [
    'a leave that takes in its Monday',
    2,
    { served: [ago(0), ago(2)], leaves: [{ from: ago(2), until: thisMonday - WEEK + DAY }] },
  ],
  [
    'a leave that begins with the Monday after it',
    1,
    { served: [ago(0), ago(2)], leaves: [{ from: thisMonday, until: thisMonday + WEEK }] },
  ],
  [
    'a leave that takes in its Sunday',
    2,
    { served: [ago(0), ago(2)], leaves: [{ from: thisMonday - DAY, until: thisMonday + WEEK }] },
  ],
  ['served while on leave', 2, { served: [ago(0), ago(1)], leaves: [{ from: ago(1), until: ago(0) }] }],
])('with %s, it is %i', (_, weeks, part) => {
  expect(seriesWeeks(facts(part), NOW)).toBe(weeks)
})

it('tells weeks by Shanghai: Sunday night and Monday morning are two, wherever UTC is', () => {
  const night = [at('2027-01-10', '23:59:59'), at('2027-01-11', '00:00:00')]
  expect(seriesWeeks(facts({ served: night }), NOW)).toBe(2)
  const sameWeek = [at('2027-01-04', '00:00:00'), at('2027-01-10', '23:59:59')]
  expect(seriesWeeks(facts({ served: sameWeek }), NOW)).toBe(1)
})

it('ends two years back, however long it was', () => {
  const served = Array.from({ length: 150 }, (_, weeks) => ago(weeks))
  expect(seriesWeeks(facts({ served }), NOW)).toBe(104)
})
