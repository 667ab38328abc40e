import { MESSAGE_TEMPLATES } from '@/domain/platform-message'
import type { Instant } from '@/domain/time'
import type { Database } from '../db/database'
import { readTemplateForm, type TemplateForms } from '../wechat/message-template'
import { openIdOf, personas } from './personas'

const EACH = 10

/** Templates as the stand-in takes them. */
export function demoTemplates(): TemplateForms {
  return Object.fromEntries(MESSAGE_TEMPLATES.map((it) => [it, readTemplateForm(it, `template-${it}`)]))
}

/** No browser asks for leave: the personas have allowed some messages of each kind, so that there are some to see. */
export async function allowMessages(database: Database, now: Instant): Promise<void> {
  await database.transaction((tx) =>
    tx.query(
      `INSERT INTO message_accept (community_id, resident_id, template, accepted, updated_at)
       SELECT r.community_id, r.id, template, $3, $4 FROM resident r CROSS JOIN unnest($2::text[]) AS template
       WHERE r.open_id = ANY($1) ON CONFLICT DO NOTHING`,
      [personas.flatMap(({ code }) => openIdOf(code) ?? []), [...MESSAGE_TEMPLATES], EACH, now],
    ),
  )
}
