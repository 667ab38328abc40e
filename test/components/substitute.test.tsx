import { fireEvent, render } from '@testing-library/react'
import { SubstituteButtons } from '@/components/substitute-buttons/substitute-buttons'
import { SubstituteSheet } from '@/components/substitute-sheet/substitute-sheet'
import { DAY } from '@/domain/time'

const now = Date.parse('2026-11-25T12:00+08:00')
const telling = { now, elder: false }
const post = { id: 'booking00000', session: { startsAt: now + 2 * DAY } }
const link = { id: 'link00000000', waitlistUntil: null }

function buttons(substitute: typeof link | null, ofFamily = false, pending = false) {
  const heard = { onFind: jest.fn(), onWithdraw: jest.fn(), onTakeOver: jest.fn() }
  const { container } = render(
    <SubstituteButtons post={{ ...post, substitute }} ofFamily={ofFamily} pending={pending} {...heard} />,
  )
  const all = [...container.querySelectorAll('[id]')]
  return {
    words: all.map((it) => it.textContent),
    tap: (at: number) => fireEvent.click(all[at] as Element),
    heard,
  }
}

function sheet(substitute: typeof link | null, sharesByCard: boolean) {
  const heard = { onFind: jest.fn(), onShare: jest.fn(), onClose: jest.fn() }
  const { container } = render(
    <SubstituteSheet
      post={{ ...post, substitute }}
      telling={telling}
      pending={false}
      sharesByCard={sharesByCard}
      {...heard}
    />,
  )
  return { find: (id: string) => container.querySelector(`#${id}`) as Element, heard }
}

describe('what can be done with a post one cannot come to', () => {
  it('is to look for somebody', () => {
    const { words, tap, heard } = buttons(null)
    expect(words).toEqual(['找人替班'])
    tap(0)
    expect(heard.onFind).toHaveBeenCalledTimes(1)
  })

  it('is to send the link round again or to call it back, once it is out', () => {
    const { words, tap, heard } = buttons(link)
    expect(words).toEqual(['转发到群里', '收回'])
    tap(0)
    tap(1)
    expect(heard.onFind).toHaveBeenCalledTimes(1)
    expect(heard.onWithdraw).toHaveBeenCalledWith(link.id)
  })

  it('is to step in, for the family', () => {
    const { words, tap, heard } = buttons(link, true)
    expect(words).toEqual(['我来顶'])
    tap(0)
    expect(heard.onTakeOver).toHaveBeenCalledTimes(1)
  })

  it('is nothing while an answer is under way', () => {
    const { tap, heard } = buttons(null, false, true)
    tap(0)
    expect(heard.onFind).not.toHaveBeenCalled()
  })
})

describe('the sheet', () => {
  it('does nothing before it was said what it does', () => {
    const { find, heard } = sheet(null, false)
    expect(find('substitute-sheet').textContent).toContain('有人接上之前，岗位还是您的')
    expect(find('share-substitute')).toBeNull()
    fireEvent.click(find('confirm-substitute'))
    expect(heard.onFind).toHaveBeenCalledTimes(1)
  })

  it('copies the link where there are no cards, and leaves the card to WeChat', () => {
    const onTheWeb = sheet(link, false)
    fireEvent.click(onTheWeb.find('share-substitute'))
    expect(onTheWeb.heard.onShare).toHaveBeenCalledTimes(1)
    const inWeChat = sheet(link, true)
    fireEvent.click(inWeChat.find('share-substitute'))
    expect(inWeChat.find('share-substitute').textContent).toBe('转发到群里')
    expect(inWeChat.heard.onShare).not.toHaveBeenCalled()
  })
})
