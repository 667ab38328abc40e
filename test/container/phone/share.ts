import { callHook, top } from './page-stack'

/** What a card in a chat says, and where it leads. */
export interface Card {
  title: string
  path: string
}

/** A button of the kind `share` asks its page for the card; it goes no further than this list. */
export function shareFromButtons(cards: Card[]): void {
  document.addEventListener('click', ({ target }) => {
    if (!(target as Element).closest('button[open-type="share"]')) return
    const card = callHook(top()?.instance, 'onShareAppMessage', { from: 'button', target: {} })
    if (card) cards.push(card as Card)
  })
}
