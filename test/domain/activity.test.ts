import { ACTIVITY_KINDS, needsRiskNote } from '@/domain/activity'

it('asks for a risk note where people work outside or in traffic, and nowhere else', () => {
  expect(ACTIVITY_KINDS.filter(needsRiskNote)).toEqual(['clean_up', 'traffic_duty'])
})
