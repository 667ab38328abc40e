import * as v from 'valibot'
import { MESSAGE_TEMPLATES } from '@/domain/platform-message'

/** A kind of message that can be allowed; what it is called on the platform is the deployment's own. */
export const messageTemplate = v.picklist(
  MESSAGE_TEMPLATES,
  `must be one of the kinds of messages: ${MESSAGE_TEMPLATES.join(', ')}`,
)
