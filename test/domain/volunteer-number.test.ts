import { normalVolunteerNumber, volunteerNumberFault } from '@/domain/volunteer-number'

it('is kept without blanks and dashes, in capitals', () => {
  expect(normalVolunteerNumber(' 4403 0000-0012 345x ')).toBe('440300000012345X')
})

it.each([
  ['6 characters', '123456', null],
  ['5 characters', '12345', 'form'],
  ['20 characters', '1'.repeat(20), null],
  ['21 characters', '1'.repeat(21), 'form'],
  ['nothing', '', 'form'],
  ['Chinese', '志愿者123456', 'form'],
  ['a sign for formulas', '=123456', 'form'],
  ['an identity card', '11010519491231002X', 'identity_card'],
  ['the same with a wrong check character', '110105194912310021', null],
  ['18 digits with no date in them', '110105194913310020', null],
])('of %s: %s gives %s', (_, number, fault) => {
  expect(volunteerNumberFault(number)).toBe(fault)
})
