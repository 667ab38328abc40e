import type { FetchUrl, PlatformAccount } from './access-token'
import { createContentCheck, withoutCheck, type CheckContent } from './content-check'
import { createLiveCards, withoutLiveCards, type LiveCards } from './live-card'
import { createPlatform } from './platform'
import { createMessages, withoutMessages, type Messages } from './subscribe-message'

/** What the platform does for us. */
export interface PlatformServices {
  checkContent: CheckContent
  liveCards: LiveCards
  messages: Messages
}

/** @param account null: none is configured, and nothing is asked of the platform */
export function createPlatformServices(
  account: PlatformAccount | null,
  fetchUrl: FetchUrl = fetch,
): PlatformServices {
  if (!account) return { checkContent: withoutCheck, liveCards: withoutLiveCards, messages: withoutMessages }
  const ask = createPlatform(account, fetchUrl)
  return {
    checkContent: createContentCheck(ask),
    liveCards: createLiveCards(ask),
    messages: createMessages(ask, account.templates ?? {}),
  }
}
