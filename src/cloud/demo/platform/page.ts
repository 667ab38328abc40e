import { html, raw } from 'hono/html'
import { day, clock } from '@/copy/date'
import { platformPage as words } from '@/copy/platform-page'
import { MESSAGE_TEMPLATES } from '@/domain/platform-message'
import type { Instant } from '@/domain/time'
import type { LiveCardOf } from '../../repositories/live-card'
import type { Heard } from './log'
import { liveCardsOf, type ShownCard } from './shown-cards'

const SUBSCRIBE = '/cgi-bin/message/subscribe/send'
const CARD_PATHS = ['/cgi-bin/message/wxopen/activityid/create', '/cgi-bin/message/wxopen/updatablemsg/send']

const STYLE = `
  :root { --paper: #f6f4ef; --card: #fff; --ink: #1f2a24; --soft: #5b665f; --go: #1f7a4d; --hands: #fdeee2; --on-hands: #9a4312; --wash: #e6f2eb; --on-wash: #1f7a4d }
  @media (prefers-color-scheme: dark) {
    :root { --paper: #131815; --card: #1d2420; --ink: #ecf1ed; --soft: #a9b5ad; --go: #6fcb9a; --hands: #3b2416; --on-hands: #ffb68a; --wash: #1f3a2b; --on-wash: #8fddb3 }
  }
  body { margin: 0; background: var(--paper); color: var(--ink); font: 17px/26px system-ui, sans-serif }
  main { max-width: 960px; margin: 0 auto; padding: 16px }
  h1 { font-size: 20px; line-height: 28px; margin: 8px 0 } h2 { font-size: 17px; margin: 24px 0 8px }
  p, small { color: var(--soft); font-size: 14px; line-height: 20px; margin: 0 }
  a { color: var(--go); display: inline-block; padding: 9px 0 }
  ul { list-style: none; margin: 0; padding: 0; display: grid; gap: 12px; grid-template-columns: repeat(auto-fill, minmax(290px, 1fr)) }
  li { background: var(--card); border-radius: 12px; padding: 12px 16px; overflow-wrap: anywhere }
  b { display: block } span { font-variant-numeric: tabular-nums }
  li a { float: right; min-height: 44px; line-height: 44px; padding: 0; margin: -10px 0 -12px 8px }
  .mark { float: right; margin-left: 8px; padding: 0 8px; border-radius: 999px; background: var(--wash); color: var(--on-wash); font-size: 14px }
  .need { background: var(--hands); color: var(--on-hands) }
`

interface Shown {
  entries: readonly Heard[]
  /** the sessions of live cards, by activity id */
  known: Map<string, LiveCardOf>
  now: Instant
}

/** What the chat and the phones would show of what the platform was sent; the latest first. */
export function platformPage({ entries, known, now }: Shown) {
  const latest = [...entries].reverse()
  const messages = latest.filter((it) => it.path === SUBSCRIBE)
  const others = latest.filter((it) => it.path !== SUBSCRIBE && !CARD_PATHS.includes(it.path))
  const cards = liveCardsOf(entries, now).map((it) => cardItem(it, known.get(it.activityId), now))
  return html`<!doctype html>
    <html lang="zh-CN">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${words.title}</title>
        <style>
          ${raw(STYLE)}
        </style>
      </head>
      <body>
        <main>
          <a href="/">${words.back}</a>
          <h1>${words.title}</h1>
          <p>${words.hint}</p>
          <h2>${words.cards}</h2>
          ${list(cards, words.noCards)}
          <h2>${words.messages}</h2>
          ${list(
            messages.map((it) => messageItem(it, now)),
            words.noMessages,
          )}
          <h2>${words.others}</h2>
          ${list(
            others.map((it) => heardItem(it, now)),
            words.noOthers,
          )}
        </main>
      </body>
    </html>`
}

type Markup = ReturnType<typeof html>

const list = (items: Markup[], nothing: string) =>
  items.length > 0
    ? html`<ul>
        ${items}
      </ul>`
    : html`<p>${nothing}</p>`

function cardItem({ state, count, limit, updates, at }: ShownCard, of: LiveCardOf | undefined, now: Instant) {
  // Before its first update it shows what the phone that sent it has said.
  const held = count ?? String(of?.memberCount ?? 0)
  const all = limit ?? String(of?.roomLimit ?? 0)
  const missing = Number(all) - Number(held)
  const need = missing > 0 ? words.missing(missing) : words.full
  const line = { open: words.joining(held, all), started: words.started, over: words.over }[state]
  return html`<li>
    ${state === 'open' ? html`<span class="mark ${missing > 0 ? 'need' : ''}">${need}</span>` : ''}
    <b>${of?.title ?? words.unknown}</b>
    <span>${line}</span><br /><small>${told(at, now)} · ${words.updates(updates)}</small>
  </li>`
}

/** As the phone shows it: what it is about, what it says, and where it leads. */
function messageItem({ at, asked, answer }: Heard, now: Instant) {
  const { template_id: id, data, page } = asked as unknown as Message
  const name = id.replace(/^template-/, '')
  const title = MESSAGE_TEMPLATES.find((it) => it === name)
  return html`<li>
    <b>${title ? words.templates[title] : name}</b>
    ${Object.values(data).map(({ value }) => html`<div>${value}</div>`)}
    <small>${told(at, now)} · ${outcomeOf(answer)}</small>
    ${page ? html`<a href="/${page}">${words.openPage}</a>` : ''}
  </li>`
}

interface Message {
  template_id: string
  page?: string
  data: Record<string, { value: string }>
}

function heardItem({ at, path, asked, answer }: Heard, now: Instant) {
  return html`<li>
    <b>${words.kinds[path] ?? path}</b>
    <span>${linesOf(asked)}</span><br /><small>${told(at, now)} · ${outcomeOf(answer)}</small>
  </li>`
}

const told = (at: Instant, now: Instant) => `${day(at, now)} ${clock(at, false)}`

function outcomeOf(answer: Heard['answer']): string {
  if (answer === 'image') return words.done
  if (answer === null || answer === 'other') return words.noAnswer
  const errcode = Number(answer.errcode ?? 0)
  return errcode === 0 ? words.done : words.refused(errcode)
}

/** The values somebody would read, whatever the platform calls them. */
function linesOf(asked: Record<string, unknown>): string {
  return Object.values(asked)
    .map((value) =>
      typeof value === 'object' && value ? linesOf(value as Record<string, unknown>) : String(value),
    )
    .join(' · ')
}
