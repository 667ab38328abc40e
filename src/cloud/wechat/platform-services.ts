import type { FetchUrl, PlatformAccount } from './access-token'
import { createContentCheck, withoutCheck, type CheckContent } from './content-check'
import { createLiveCards, withoutLiveCards, type LiveCards } from './live-card'
import { createMiniCodes, withoutMiniCodes, type MakeMiniCode } from './mini-code'
import { createPlatform } from './platform'
import { createMessages, withoutMessages, type Messages } from './subscribe-message'
import { createUrlLinks, withoutUrlLinks, type MakeUrlLink } from './url-link'

/** What the platform does for us. */
export interface PlatformServices {
  checkContent: CheckContent
  liveCards: LiveCards
  messages: Messages
  makeMiniCode: MakeMiniCode
  makeUrlLink: MakeUrlLink
}

const withoutPlatform: PlatformServices = {
  checkContent: withoutCheck,
  liveCards: withoutLiveCards,
  messages: withoutMessages,
  makeMiniCode: withoutMiniCodes,
  makeUrlLink: withoutUrlLinks,
}

/** @param account null: none is configured, and nothing is asked of the platform */
export function createPlatformServices(
  account: PlatformAccount | null,
  fetchUrl: FetchUrl = fetch,
): PlatformServices {
  if (!account) return withoutPlatform
  const ask = createPlatform(account, fetchUrl)
  return {
    checkContent: createContentCheck(ask),
    liveCards: createLiveCards(ask),
    messages: createMessages(ask, account.templates ?? {}),
    makeMiniCode: createMiniCodes(ask),
    makeUrlLink: createUrlLinks(ask),
  }
}
