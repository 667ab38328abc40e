import { act, render } from '@testing-library/react'
import { LongList, type Watch } from '@/components/long-list/long-list'

type Tell = Parameters<Watch>[1]

/** Stands in for the screen: a test says what is near it. */
class Screen {
  readonly parts = new Map<Element, Tell>()
  watch: Watch = (element, tell) => {
    this.parts.set(element as Element, tell)
    return () => void this.parts.delete(element as Element)
  }
  tell(part: number, near: boolean, height: number): void {
    act(() => [...this.parts.values()][part]?.(near, height))
  }
}

const screen = () => {
  const it = new Screen()
  const list = (count: number) => (
    <LongList
      rows={Array.from({ length: count }, (_, row) => row)}
      row={(row) => (
        <p key={row} className="line">
          {row}
        </p>
      )}
      watch={it.watch}
    />
  )
  return { it, list }
}

const lines = (container: Element) =>
  [...container.querySelectorAll('.line')].map(({ textContent }) => Number(textContent))
const heights = (container: Element) =>
  [...container.querySelectorAll<HTMLElement>('.long-list-part')].map(({ style }) => style.height)

it('draws a page at once, and whatever comes with the next', () => {
  const { list } = screen()
  const { container, rerender } = render(list(20))
  expect(lines(container)).toHaveLength(20)
  rerender(list(40))
  expect(lines(container)).toHaveLength(40)
})

it('keeps the room of what is far from the screen, and draws it again when it comes near', () => {
  const { it, list } = screen()
  const { container } = render(list(25))
  it.tell(0, false, 640)
  expect(lines(container)[0]).toBe(10)
  expect(heights(container)).toEqual(['640px', '', ''])
  it.tell(0, true, 640)
  expect(lines(container)).toHaveLength(25)
  expect(heights(container)).toEqual(['', '', ''])
})

it('leaves the rest of a list that is long from the beginning for when it is scrolled to', () => {
  const { it, list } = screen()
  const { container } = render(list(130))
  expect(lines(container)).toHaveLength(30)
  it.tell(3, true, 560)
  expect(lines(container)).toHaveLength(40)
})

it('does so, too, when a long list takes the place of a short one', () => {
  const { list } = screen()
  const { container, rerender } = render(list(20))
  rerender(list(500))
  expect(lines(container)).toHaveLength(50)
})

it('watches a part no longer than it is there', () => {
  const { it, list } = screen()
  const { rerender, unmount } = render(list(30))
  expect(it.parts.size).toBe(3)
  rerender(list(5))
  expect(it.parts.size).toBe(1)
  unmount()
  expect(it.parts.size).toBe(0)
})
