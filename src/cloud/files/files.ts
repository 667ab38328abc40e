import type { Answer } from '@/contract/actions'
import { MINUTE, type Instant } from '@/domain/time'
import type { Database, Transaction } from '../db/database'
import type { Ticket } from './exports'

export const LINK_LASTS = 5 * MINUTE

export type FileLink = Answer<'exportServiceRecords'>

/** How a file gets to the person who asked for it: by a link that is over after {@link LINK_LASTS}. */
export interface Files {
  offer(context: { tx: Transaction; now: Instant }, ticket: Ticket): Promise<FileLink>
  /** takes away what lies somewhere and whose link is over */
  sweep(database: Database, communityId: string, now: Instant): Promise<void>
}
