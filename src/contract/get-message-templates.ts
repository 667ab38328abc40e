import * as v from 'valibot'
import { messageTemplate } from './message-template'

/** Kinds of messages this deployment can have brought by the platform, and the ids to ask for leave with. */
export const request = v.strictObject({})
export const response = v.object({
  templates: v.array(v.object({ template: messageTemplate, id: v.string() })),
})
