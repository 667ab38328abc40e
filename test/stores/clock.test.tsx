import { act, render } from '@testing-library/react'
import { call } from '@/api/call'
import { VerdictButton, VerdictSentence } from '@/components/verdict-button/verdict-button'
import { period } from '@/copy/date'
import type { SessionView } from '@/contract/session-view'
import { DAY, HOUR, MINUTE, type Instant } from '@/domain/time'
import { valueOf } from '@/stores/loadable'
import { useSession } from '@/stores/session'
import { currentSlot } from '@/stores/slot-choice'
import { useTelling } from '@/stores/telling'
import { fittingParty, standingOf } from '@/stores/verdict'
import { at } from '../domain/facts'
import { child, parent, slotOf, viewOf } from './views'

jest.mock('@/api/call')
const answer = jest.mocked(call)

const NOON = at('2026-03-03 12:00')
const opensAt = NOON + 2 * HOUR

const view: SessionView = {
  ...viewOf([slotOf({ opensAt })], [parent, child('小满')]),
  session: {
    ...viewOf([], []).session,
    ...{ startsAt: NOON + DAY, endsAt: NOON + DAY + HOUR, checkInOpensAt: NOON + DAY - HOUR },
  },
}

/** What a session's page says, by the same selectors. */
function Page() {
  const telling = useTelling()
  const shown = valueOf(useSession((it) => it.view))
  const slot = shown && currentSlot(shown, null)
  if (!shown || !slot) return null
  const standing = standingOf(shown, slot, fittingParty(shown, slot, telling.now), telling.now)
  return (
    <>
      <span id="time">{period(shown.session.startsAt, shown.session.endsAt, telling)}</span>
      <VerdictSentence standing={standing} telling={telling} />
      <VerdictButton standing={standing} telling={telling} pending={false} onPress={() => undefined} />
    </>
  )
}

/**
 * The page as read at a moment of the server's time, on a phone whose clock is wrong by so much.
 * @returns what stands on it whenever one looks
 */
async function read(serverTime: Instant, wrongBy: number) {
  jest.spyOn(Date, 'now').mockReturnValue(serverTime + wrongBy)
  answer.mockResolvedValue({ ok: true, data: view, now: serverTime } as never)
  const { container } = render(<Page />)
  await act(() => useSession.getState().open('abcdef', 'abcdefghij'))
  const words = (selector: string) => container.querySelector(selector)?.textContent
  return () => ({ time: words('#time'), button: words('#verdict-button'), all: container.textContent })
}

afterEach(() => {
  jest.useRealTimers()
  jest.restoreAllMocks()
})

describe.each<[string, number]>([
  ['is right', 0],
  ['is a day behind', -DAY],
  ['is a day ahead', DAY],
  ['is a year ahead', 365 * DAY],
  ['is four minutes ahead', 4 * MINUTE],
])('a phone whose clock %s', (_, wrongBy) => {
  it('tells the verdict and the times by the server’s now', async () => {
    const page = (await read(NOON, wrongBy))()
    expect(page.time).toBe('明天 周三 3月4日 12:00–13:00')
    expect(page.button).toBe('今天 14:00 开放·提醒我')
    expect(page.all).toContain('今天下午 2 点大家都能报')
    expect((await read(opensAt, wrongBy))().button).toBe('给小满报名')
  })

  it('goes by it between two answers too', async () => {
    jest.useFakeTimers()
    const page = await read(opensAt - 20_000, wrongBy)
    expect(page().button).toContain('14:00 开放')
    jest.spyOn(Date, 'now').mockReturnValue(opensAt + wrongBy)
    act(() => jest.advanceTimersByTime(20_000))
    expect(page().button).toBe('给小满报名')
  })
})
