import type { Face } from './face'

const RESIDENT = 'packages/resident'
const OFFICE = 'packages/office'
const SCHEDULE = { page: 'pages/schedule/index', persona: 'parent', ready: '.booking-card' } as const
const HOUSEHOLD = { page: `${RESIDENT}/household/index`, persona: 'parent', ready: '.child-row' } as const
const RECORD = { page: `${RESIDENT}/record/index`, persona: 'volunteer', ready: '#record .hero' } as const
const CADRE = { persona: 'cadre', ready: '#roster, #change, .template' } as const

/** What opens over a page, and what a tap unfolds: none of these taps changes anything. */
export const SHEETS: Face[] = [
  { name: 'schedule-cancel', ...SCHEDULE, taps: ['text=取消报名'] },
  {
    ...{ name: 'me-more', page: 'pages/me/index', persona: 'parent', ready: '#elder-toggle' },
    // In elder mode the other choices, else the sheet of the last one.
    taps: ['#more-choices, #to-about'],
  },
  { name: 'add-child', ...HOUSEHOLD, taps: ['#add-child'] },
  { name: 'child', ...HOUSEHOLD, taps: ['.child-row'] },
  { name: 'withdraw-consent', ...HOUSEHOLD, taps: ['.child-row', '#withdraw-consent'] },
  { name: 'invite', ...HOUSEHOLD, taps: ['#invite'] },
  { name: 'record-picture', ...RECORD, taps: ['#record-image'] },
  { name: 'record-details', ...RECORD, taps: ['#record-details'] },
  {
    ...{ name: 'my-phone', page: `${RESIDENT}/my-data/index`, persona: 'parent', ready: '#my-phone' },
    taps: ['#my-phone'],
  },
  {
    ...{ name: 'publish-preview', ...CADRE, page: 'packages/cadre/publish/index' },
    taps: ['#publish-template-class', '#publish-preview'],
  },
  { name: 'call-off', ...CADRE, page: 'packages/cadre/change/index', query: 'hands', taps: ['#call-off'] },
  { name: 'appoint', ...CADRE, page: 'packages/cadre/roster/index', query: 'checkIn', taps: ['#appoint'] },
  {
    ...{ name: 'suspend', page: `${OFFICE}/member/index`, persona: 'admin', query: 'member' },
    ...{ ready: '#suspend', taps: ['#suspend'] },
  },
  {
    ...{ name: 'team-new', page: `${OFFICE}/teams/index`, persona: 'admin', ready: '#team-new' },
    taps: ['#team-new'],
  },
]
