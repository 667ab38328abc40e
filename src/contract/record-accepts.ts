import * as v from 'valibot'
import { ACCEPT_ANSWERS, MESSAGE_TEMPLATES } from '@/domain/platform-message'
import { communityId } from './fields'
import { messageTemplate } from './message-template'

/** What somebody answered when the phone asked for leave to bring messages: each `accept` is good for one. */
export const request = v.strictObject({
  communityId,
  answers: v.pipe(
    v.array(v.strictObject({ template: messageTemplate, answer: v.picklist(ACCEPT_ANSWERS) })),
    v.minLength(1, 'must name a kind of message'),
    v.maxLength(MESSAGE_TEMPLATES.length, 'names a kind twice'),
    v.check(
      (answers) => new Set(answers.map((it) => it.template)).size === answers.length,
      'names a kind twice',
    ),
  ),
})
export const response = v.object({})
