import { MESSAGE_TEMPLATES } from '@/domain/platform-message'
import type { AnyoneHandler } from '../handler'

export const getMessageTemplates: AnyoneHandler<'getMessageTemplates'> = ({ services }) => {
  const { templates } = services.messages
  return Promise.resolve({
    templates: MESSAGE_TEMPLATES.flatMap((template) => {
      const form = templates[template]
      return form ? [{ template, id: form.id }] : []
    }),
  })
}
