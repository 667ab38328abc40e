import type { ActionName, Answer, Payload } from '@/contract/actions'
import { ask } from './ask'

/** How the next page of a list stands. */
export interface NextPage {
  loading: boolean
  /** cursor of the page that could not be had; null: none was missed */
  failedAt: string | null
}

export const NEXT_PAGE: { nextPage: NextPage } = { nextPage: { loading: false, failedAt: null } }

interface Paged {
  nextPage: NextPage
}

/**
 * Asks for the page after those that are shown, and for none twice.
 * @param stillShown refreshed or chosen anew meanwhile, the page belongs to a list that is gone
 * @returns null: nothing to add; where the page could not be had, `nextPage` says so
 */
export async function turnPage<A extends ActionName>(
  { get, set }: { get: () => Paged; set: (change: Paged) => void },
  action: A,
  payload: Payload<A> & { cursor: string },
  stillShown: () => boolean,
): Promise<Answer<A> | null> {
  if (get().nextPage.loading) return null
  set({ nextPage: { loading: true, failedAt: null } })
  const result = await ask(action, payload)
  set({ nextPage: { loading: false, failedAt: result.ok ? null : payload.cursor } })
  return result.ok && stillShown() ? result.data : null
}
