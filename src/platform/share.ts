import { useShareAppMessage, useShareTimeline } from '@tarojs/taro'
import { copyText, type Copied } from './clipboard'
import { usePainted, type Painting } from './painting'

/** A card: its line, and the page it opens. */
export interface Card {
  title: string
  path: string
}

interface Sharing {
  /** the card is about to be sent; whether it is, and to whom, the platform tells nobody */
  onShare?: () => void
  /** of its own; without one, or where it cannot be drawn, the platform takes a picture of the page */
  painting?: Painting | null
}

/** What the card in a chat says when this page is shared from the menu or a share button. */
export function useShareCard(card: Card, { onShare, painting = null }: Sharing = {}): void {
  const picture = usePainted(painting)
  useShareAppMessage(() => {
    onShare?.()
    const imageUrl = picture()
    return imageUrl === null ? card : { ...card, imageUrl }
  })
}

/** The same for the timeline (朋友圈), where a card has no path but the query of this very page. */
export function useTimelineCard({ title, path }: Card): void {
  useShareTimeline(() => ({ title, query: path.split('?')[1] ?? '' }))
}

/** The address of a page; in WeChat pages have none, they travel as cards. */
export function linkOf(path: string): string | null {
  return process.env.TARO_ENV === 'h5' ? `${window.location.origin}${path}` : null
}

/** Outside WeChat there is no card: the link goes to the clipboard. */
export function copyLink(path: string): Promise<Copied> {
  return copyText(linkOf(path) ?? path)
}

/** WeChat's own share sheet needs its button; elsewhere the link is copied. */
export const SHARES_BY_CARD = process.env.TARO_ENV === 'weapp'
