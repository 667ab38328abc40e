import { FIELD_NAME } from '@/copy/message-field'
import { TEMPLATE_PARTS, type MessagePart, type MessageTemplate } from '@/domain/platform-message'

/** A template as it was chosen on the platform's console: its id, and which of its fields says what. */
export interface TemplateForm {
  id: string
  fields: { part: MessagePart; field: string }[]
}
/** Without one, there is no message of that kind. */
export type TemplateForms = Partial<Record<MessageTemplate, TemplateForm>>

const ID = /^[\w-]{8,64}$/
/** What a part usually is. */
const TYPES: Record<MessagePart, string> = {
  ...{ activity: 'thing', time: 'time', place: 'thing', until: 'time', what: 'phrase', points: 'number' },
  note: 'thing',
}
const LEFT_OUT = '-'

/**
 * Reads `id` or `id:thing1,time2,thing5,-`: a field for each part of the kind, in its order, with - for one that the
 * template has not.
 * @returns null when it is neither
 */
export function readTemplateForm(template: MessageTemplate, text: string): TemplateForm | null {
  const [id = '', names, ...rest] = text.trim().split(':')
  const parts = TEMPLATE_PARTS[template]
  if (!ID.test(id) || rest.length > 0) return null
  const fields =
    names?.split(',').map((it) => it.trim()) ?? parts.map((part, at) => `${TYPES[part]}${at + 1}`)
  if (fields.length !== parts.length) return null
  const named = fields.filter((it) => it !== LEFT_OUT)
  if (named.length === 0 || new Set(named).size < named.length || !named.every((it) => FIELD_NAME.test(it)))
    return null
  return {
    id,
    fields: parts.flatMap((part, at) => {
      const field = fields[at]
      return field === undefined || field === LEFT_OUT ? [] : [{ part, field }]
    }),
  }
}
