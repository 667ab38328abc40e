import { DAY, MINUTE, type Instant } from './time'

/** Kinds of messages that a resident can allow the platform to bring. */
export const MESSAGE_TEMPLATES = [
  'booked',
  'opening',
  'vacancy',
  'offer',
  'reminder',
  'change',
  'points',
] as const
export type MessageTemplate = (typeof MESSAGE_TEMPLATES)[number]

/** What a message can say, each in a field of its own. `until`: when it opens, or until when an offer stands. */
export type MessagePart = 'activity' | 'time' | 'place' | 'until' | 'what' | 'points' | 'note'

/** The parts of each kind, in the order in which its template has them. */
export const TEMPLATE_PARTS: Record<MessageTemplate, readonly MessagePart[]> = {
  booked: ['activity', 'time', 'place', 'note'],
  opening: ['activity', 'until', 'note'],
  vacancy: ['activity', 'time', 'place', 'note'],
  offer: ['activity', 'time', 'until', 'note'],
  reminder: ['activity', 'time', 'place', 'note'],
  change: ['activity', 'time', 'what', 'note'],
  points: ['activity', 'points', 'note'],
}

/** What a phone answers when it asks for leave to bring messages of a kind. */
export const ACCEPT_ANSWERS = ['accept', 'reject', 'ban', 'filter'] as const
export type AcceptAnswer = (typeof ACCEPT_ANSWERS)[number]

/** More than these are not kept of one kind: they would outlast anybody's memory of having allowed them. */
export const MOST_ACCEPTS = 20

/** What an answer does to the messages allowed: one more, none any longer, or nothing. */
export function acceptChange(answer: AcceptAnswer): 'one_more' | 'none' | 'nothing' {
  switch (answer) {
    case 'accept':
      return 'one_more'
    case 'ban':
      return 'none'
    case 'reject':
    case 'filter':
      return 'nothing'
  }
}

const WORTH_FOR = DAY

/** A message that waits to be sent. */
export interface WaitingMessage {
  template: MessageTemplate
  createdAt: Instant
  /** null: of no session */
  startsAt: Instant | null
  /** the session does not take place, and this is not the message that says so */
  calledOff: boolean
  /** of the notice: when it opens, or until when an offer stands */
  until: Instant | null
}

/** Is there still sense in it? Nobody needs to hear late of what is over. */
export function isWorthSending(message: WaitingMessage, now: Instant): boolean {
  const { template, createdAt, startsAt, calledOff, until } = message
  if (now >= createdAt + WORTH_FOR) return false
  if (template === 'points') return true
  if (calledOff || (startsAt !== null && now >= startsAt)) return false
  return !((template === 'offer' || template === 'opening') && until !== null && now >= until)
}

/** Longer than any call of the platform takes: who has been sending since then has gone. */
export const SENDER_GONE_AFTER = 2 * MINUTE
/** The day's quota is used up, or messages come too fast. */
export const REST_AFTER_QUOTA = 10 * MINUTE
/** A template that the platform does not know will not be known in a minute. */
export const REST_OF_TEMPLATE = 60 * MINUTE
