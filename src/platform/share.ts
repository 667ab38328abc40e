import { useShareAppMessage } from '@tarojs/taro'
import { copyText } from './clipboard'

/**
 * What the card in a chat says when this page is shared from the menu or a share button.
 * @param onShare the card is about to be sent; whether it is, and to whom, the platform tells nobody
 */
export function useShareCard(card: { title: string; path: string }, onShare?: () => void): void {
  useShareAppMessage(() => {
    onShare?.()
    return card
  })
}

/** The address of a page; in WeChat pages have none, they travel as cards. */
export function linkOf(path: string): string | null {
  return process.env.TARO_ENV === 'h5' ? `${window.location.origin}${path}` : null
}

/** Outside WeChat there is no card: the link goes to the clipboard. */
export function copyLink(path: string): Promise<{ ok: boolean }> {
  return copyText(linkOf(path) ?? path)
}

/** WeChat's own share sheet needs its button; elsewhere the link is copied. */
export const SHARES_BY_CARD = process.env.TARO_ENV === 'weapp'
