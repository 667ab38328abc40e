import { render } from '@testing-library/react'
import { StepChart } from '@/components/chart/step-chart'
import { stepMasks } from '@/components/chart/step-masks'

const HOUR_OF_TEN = { right: 60, top: 10 }

/** The path of a mask: what an engine reads of it. */
function pathOf(mask: string): string {
  const svg = decodeURIComponent(/^url\("data:image\/svg\+xml,(.*)"\)$/.exec(mask)?.[1] ?? '')
  expect(svg).toMatch(/^<svg xmlns='http:\/\/www.w3.org\/2000\/svg' [^<]*><path [^<]*\/><\/svg>$/)
  return / d='([^']*)'/.exec(svg)?.[1] ?? ''
}

describe('the masks of a stair', () => {
  it('go up at the minute and not before, from the lower edge to the upper', () => {
    const { stair, ground } = stepMasks(
      [
        { x: 0, y: 0 },
        { x: 30, y: 10 },
        { x: 60, y: 10 },
      ],
      HOUR_OF_TEN,
    )
    expect(pathOf(stair)).toBe('M0,99L50,99L50,1L100,1L100,1')
    expect(pathOf(ground)).toBe('M0,99L50,99L50,1L100,1L100,1L100,100L100,100L50,100L50,100L0,100Z')
  })

  it('hold nothing that would end the address, and little of it', () => {
    const points = Array.from({ length: 120 }, (_, index) => ({ x: index / 2, y: index % 10 }))
    const { stair, ground } = stepMasks(points, HOUR_OF_TEN)
    for (const mask of [stair, ground]) {
      expect(mask.slice(5, -2)).not.toMatch(/["#<>]/)
      expect(mask.length).toBeLessThan(5000)
    }
  })

  it('stay inside when more are there than there are places', () => {
    expect(pathOf(stepMasks([{ x: 0, y: 12 }], HOUR_OF_TEN).stair)).toBe('M0,1Z')
  })
})

describe('the chart', () => {
  const chart = (change: object = {}) =>
    render(
      <StepChart
        points={[
          { x: 0, y: 0 },
          { x: 18, y: 6 },
        ]}
        right={60}
        top={8}
        marks={[{ x: 60, words: '60 分' }]}
        target={{ x: 30, words: '半小时' }}
        label="8 个位置，开放 18 分钟，报上 6 个。"
        {...change}
      />,
    ).container

  it('is said in words to whoever does not see it, and only once', () => {
    const container = chart()
    const said = container.querySelectorAll('[aria-label]')
    expect([...said].map((it) => it.getAttribute('aria-label'))).toEqual([
      '8 个位置，开放 18 分钟，报上 6 个。',
    ])
    expect(container.querySelectorAll('[aria-hidden]')).toHaveLength(2)
  })

  it('counts places in whole numbers', () => {
    const counts = (top: number) =>
      [...chart({ top }).querySelectorAll('.step-chart-count')].map((it) => it.textContent)
    expect(counts(8)).toEqual(['0', '2', '4', '6', '8'])
    expect(counts(1)).toEqual(['0', '1'])
    expect(counts(3)).toEqual(['0', '1', '2', '3'])
  })

  it('has its upright line where it says something', () => {
    const lines = (change: object) => chart(change).querySelectorAll('.step-chart-target').length
    expect(lines({})).toBe(1)
    expect(lines({ right: 4320 })).toBe(0)
    expect(lines({ target: null })).toBe(0)
  })
})
