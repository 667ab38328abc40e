import { crossed, missingFor, reachedBy } from '@/domain/milestone'

it.each([
  ['the first time', 0, 0, 1, 60, ['first_time']],
  ['the ninth time', 8, 480, 9, 540, []],
  ['the tenth time', 9, 540, 10, 600, ['times_10']],
  ['a minute short of thirty hours', 20, 1_739, 21, 1_799, []],
  ['thirty hours', 20, 1_740, 21, 1_800, ['hours_30']],
  ['two at once', 49, 5_999, 50, 6_000, ['times_50', 'hours_100']],
] as const)('is honoured at %s', (_, times, minutes, timesAfter, minutesAfter, milestones) => {
  expect(crossed({ times, minutes }, { times: timesAfter, minutes: minutesAfter })).toEqual(milestones)
})

it('is dated by the service that brought it', () => {
  const services = Array.from({ length: 12 }, (_, at) => ({ startsAt: at, minutes: at === 10 ? 1_800 : 10 }))
  expect([...reachedBy(services)]).toEqual([
    ['first_time', 0],
    ['times_10', 9],
    ['hours_30', 10],
  ])
})

it('says what is missing, of times or of time', () => {
  expect(missingFor('times_10', { times: 7, minutes: 0 })).toEqual({ times: 3, minutes: 0 })
  expect(missingFor('hours_30', { times: 7, minutes: 90 })).toEqual({ times: 0, minutes: 1_710 })
})
