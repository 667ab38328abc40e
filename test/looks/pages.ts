import type { Face } from './face'
import { SHEETS } from './sheets'

/** What is let pass, on which page, and why. */
export const EXEMPT: { page: string; rule: string; has: string; why: string }[] = [
  {
    ...{ page: 'packages/cadre/roster/index', rule: 'axe:label-content-name-mismatch', has: 'check-in-code' },
    why: 'its name says the digits one by one, so that they can be read aloud to somebody who types them',
  },
]

const RESIDENT = 'packages/resident'
const CADRE = 'packages/cadre'
const OFFICE = 'packages/office'
const SESSION = { page: 'pages/session/index', ready: '#verdict-button' } as const

/** Every page of the app, with whom and what it has something to show, and what opens over them. */
export const FACES: Face[] = [
  { name: 'home', page: 'pages/home/index', persona: 'parent', ready: '.session-row' },
  { name: 'home-newcomer', page: 'pages/home/index', persona: 'parent-new', ready: '.session-row' },
  { name: 'home-cadre', page: 'pages/home/index', persona: 'cadre', ready: '#to-desk' },
  { name: 'schedule', page: 'pages/schedule/index', persona: 'parent', ready: '.booking-card' },
  {
    ...{ name: 'schedule-past', page: 'pages/schedule/index', persona: 'parent', ready: '.booking-card' },
    taps: ['text=去过的'],
  },
  { name: 'points', page: 'pages/points/index', persona: 'parent', ready: '.statement-entry' },
  {
    ...{ name: 'dispute', page: 'pages/points/index', persona: 'parent', ready: '.statement-entry' },
    // By its words: on the entry that is disputed already the same place takes it back.
    taps: ['text=这条不对？'],
  },
  { name: 'me', page: 'pages/me/index', persona: 'parent', ready: '#to-inbox' },
  { name: 'session-window', persona: 'parent', query: 'window', ...SESSION },
  { name: 'session-not-yet', persona: 'parent-new', query: 'window', ...SESSION },
  { name: 'session-full', persona: 'volunteer', query: 'full', ...SESSION },
  { name: 'session-draw', persona: 'parent', query: 'draw', ...SESSION },
  { name: 'session-post', persona: 'visitor', query: 'post', ...SESSION },
  { name: 'session-held', persona: 'parent', query: 'held', ...SESSION },
  { name: 'session-check-in', persona: 'volunteer', query: 'checkIn', ...SESSION },
  {
    name: 'session-cancelled',
    persona: 'parent',
    query: 'cancelled',
    ...SESSION,
    ready: '#session-cancelled',
  },
  { name: 'household', page: `${RESIDENT}/household/index`, persona: 'parent', ready: '#household .card' },
  { name: 'inbox', page: `${RESIDENT}/inbox/index`, persona: 'parent', ready: '#inbox .card' },
  {
    name: 'check-in',
    page: `${RESIDENT}/check-in/index`,
    persona: 'volunteer',
    query: 'checkIn',
    ready: '#key-1',
  },
  { name: 'draw', page: `${RESIDENT}/draw/index`, persona: 'parent', query: 'drawn', ready: '#draw .card' },
  { name: 'record', page: `${RESIDENT}/record/index`, persona: 'volunteer', ready: '#record .hero' },
  { name: 'community', page: `${RESIDENT}/community/index`, persona: 'parent', ready: '#community .option' },
  { name: 'skills', page: `${RESIDENT}/skills/index`, persona: 'parent', ready: '[data-skill]' },
  { name: 'teams', page: `${RESIDENT}/teams/index`, persona: 'parent', ready: '#teams .card' },
  { name: 'find', page: `${RESIDENT}/find/index`, persona: 'parent', ready: '.session-row' },
  {
    ...{ name: 'find-kinds', page: `${RESIDENT}/find/index`, persona: 'parent', ready: '.session-row' },
    taps: ['#find-kind'],
  },
  {
    ...{ name: 'invitation', page: `${RESIDENT}/invitation/index`, query: 'invitation', persona: 'parent' },
    ready: '#share-invitation',
  },
  {
    ...{ name: 'invited', page: `${RESIDENT}/invitation/index`, query: 'invitation', persona: 'visitor' },
    ready: '#accept-invitation',
  },
  { name: 'my-data', page: `${RESIDENT}/my-data/index`, persona: 'parent', ready: '#to-leave' },
  {
    ...{ name: 'leave', page: `${RESIDENT}/my-data/index`, persona: 'parent', ready: '#to-leave' },
    taps: ['#to-leave'],
  },
  { name: 'take-leave', page: `${RESIDENT}/leave/index`, persona: 'parent', ready: '#take-leave' },
  {
    ...{ name: 'on-leave', page: `${RESIDENT}/leave/index`, persona: 'volunteer', ready: '.leave-held' },
    taps: ['#more-leave'],
  },
  { name: 'privacy', page: `${RESIDENT}/privacy/index`, persona: 'visitor', ready: '#privacy .card' },
  {
    ...{ name: 'keepsake', page: `${RESIDENT}/keepsake/index`, persona: 'volunteer', query: 'keepsake' },
    ready: '#keepsake-keep:not(.off)',
  },
  { name: 'stamps', page: `${RESIDENT}/stamps/index`, persona: 'parent', ready: '.stamp-card' },
  { name: 'desk', page: `${CADRE}/desk/index`, persona: 'cadre', ready: '.call-card' },
  { name: 'publish', page: `${CADRE}/publish/index`, persona: 'cadre', ready: '.template' },
  {
    ...{ name: 'publish-form', page: `${CADRE}/publish/index`, persona: 'cadre', ready: '.template' },
    taps: ['#publish-template-class'],
  },
  { name: 'roster', page: `${CADRE}/roster/index`, persona: 'cadre', query: 'checkIn', ready: '.roster-row' },
  {
    name: 'roster-to-close',
    page: `${CADRE}/roster/index`,
    persona: 'cadre',
    query: 'toClose',
    ready: '.roster-row',
  },
  {
    name: 'roster-closed',
    page: `${CADRE}/roster/index`,
    persona: 'cadre',
    query: 'closed',
    ready: '.roster-row',
  },
  { name: 'change', page: `${CADRE}/change/index`, persona: 'cadre', query: 'hands', ready: '#change .card' },
  { name: 'paper', page: `${CADRE}/paper/index`, persona: 'cadre', query: 'full', ready: '#paper' },
  { name: 'call', page: `${CADRE}/call/index`, persona: 'cadre', query: 'call', ready: '#call .field' },
  {
    name: 'behalf',
    page: `${CADRE}/behalf/index`,
    persona: 'cadre',
    query: 'hands',
    ready: '#behalf .title',
  },
  { name: 'board', page: `${OFFICE}/board/index`, persona: 'cadre', query: 'full', ready: '#board .card' },
  { name: 'members', page: `${OFFICE}/members/index`, persona: 'admin', ready: '.door-card' },
  { name: 'member', page: `${OFFICE}/member/index`, persona: 'admin', query: 'member', ready: '#suspend' },
  { name: 'cadre-teams', page: `${OFFICE}/teams/index`, persona: 'admin', ready: '#team-new' },
  { name: 'disputes', page: `${OFFICE}/disputes/index`, persona: 'cadre', ready: '#disputes .card' },
  { name: 'figures', page: `${OFFICE}/figures/index`, persona: 'cadre', ready: '#figures .card' },
  { name: 'honours', page: `${OFFICE}/honours/index`, persona: 'cadre', ready: '#honours .card' },
  { name: 'audit', page: `${OFFICE}/audit/index`, persona: 'admin', ready: '#audit .card' },
  { name: 'holidays', page: `${OFFICE}/holidays/index`, persona: 'cadre', ready: '#holidays .card' },
  ...SHEETS,
]
