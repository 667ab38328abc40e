import { ACTIVITY_KINDS, isCourse, needsRiskNote } from '@/domain/activity'

it('asks for a risk note where people work outside or in traffic, and nowhere else', () => {
  expect(ACTIVITY_KINDS.filter(needsRiskNote)).toEqual(['clean_up', 'traffic_duty'])
})

it('counts as courses what children are brought to', () => {
  expect(ACTIVITY_KINDS.filter(isCourse)).toEqual(['class', 'after_school'])
})
