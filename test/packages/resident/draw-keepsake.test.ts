import { LIGHT } from '@/components/drawing/pen'
import { keepsakeCard, type KeepsakeFigures } from '@/copy/keepsake'
import { drawKeepsake, KEEPSAKE } from '@/packages/resident/keepsake/draw-keepsake'
import { at } from '../../domain/facts'

const figures = (change: Partial<KeepsakeFigures> = {}): KeepsakeFigures => ({
  community: '凤凰山社区',
  ...{ activityKind: 'traffic_duty', activityTitle: '放学护学岗', place: '附中东门' },
  ...{ startsAt: at('2026-12-02 16:20'), minutes: 40, neighbours: 5, thanks: 0 },
  ...change,
})

interface Drawing {
  texts: { words: string; x: number; right: number; y: number }[]
  /** circles for heads, by their colour */
  heads: string[]
  /** how far out anything but the ground and the paper reaches */
  edges: { left: number; right: number }
}

/** Draws with a pen on which a letter is as wide as it is high, and a figure a little less. */
function draw(of: KeepsakeFigures): Drawing {
  const drawing: Drawing = { texts: [], heads: [], edges: { left: Infinity, right: -Infinity } }
  const reach = (left: number, right: number) => {
    drawing.edges.left = Math.min(drawing.edges.left, left)
    drawing.edges.right = Math.max(drawing.edges.right, right)
  }
  const pen = {
    ...{ font: '', fillStyle: '', textBaseline: '' },
    beginPath: () => undefined,
    closePath: () => undefined,
    fill: () => undefined,
    fillRect: (x: number, _: number, width: number) => {
      if (width < KEEPSAKE.width) reach(x, x + width)
    },
    arc: (x: number, _: number, radius: number, from: number, to: number) => {
      reach(x - radius, x + radius)
      if (to - from === Math.PI * 2) drawing.heads.push(pen.fillStyle)
    },
    measureText: (words: string) => {
      const ems = [...words].reduce((sum, letter) => sum + (/[ -~]/.test(letter) ? 0.6 : 1), 0)
      return { width: ems * Number(/(\d+)px/.exec(pen.font)?.[1]) }
    },
    fillText: (words: string, x: number, y: number) => {
      drawing.texts.push({ words, x, right: x + pen.measureText(words).width, y })
    },
  }
  drawKeepsake(pen as unknown as CanvasRenderingContext2D, keepsakeCard(of), of.neighbours)
  return drawing
}
const words = (drawing: Drawing) => drawing.texts.map((it) => it.words)

it('has the activity’s own words, the counts, and nothing else', () => {
  expect(words(draw(figures({ thanks: 3 })))).toEqual([
    ...['2026年12月2日 周三', '放学护学岗', '您和 5 位邻居', '在路口守了', '40', '分钟'],
    ...['3 家谢谢您', '附中东门', '凤凰山社区 · 邻里'],
  ])
})

it('is no certificate, and speaks of no thanks that nobody said', () => {
  const all = words(draw(figures())).join()
  expect(all).not.toMatch(/证|特此|颁发|授予|荣誉|优秀|编号|先生|女士|谢/)
})

it('has as many people as served, who keeps it in a colour of their own, and stops at thirteen', () => {
  expect(draw(figures({ neighbours: 0 })).heads).toEqual([LIGHT.hands])
  const { heads } = draw(figures())
  expect(heads).toHaveLength(6)
  expect(heads.filter((colour) => colour === LIGHT.hands)).toHaveLength(1)
  expect(draw(figures({ neighbours: 130 })).heads).toHaveLength(13)
})

it.each([0, 1, 5, 12, 130])(
  'keeps %d neighbours, and the longest words, within the picture',
  (neighbours) => {
    const long = '很长很长的活动名字'.repeat(6)
    const drawing = draw(
      figures({ neighbours, minutes: 750, thanks: 120, activityTitle: long, place: long, community: long }),
    )
    expect(drawing.edges.left).toBeGreaterThanOrEqual(0)
    expect(drawing.edges.right).toBeLessThanOrEqual(KEEPSAKE.width)
    for (const { words: text, right, y } of drawing.texts) {
      expect([text, right <= KEEPSAKE.width, y < KEEPSAKE.height]).toEqual([text, true, true])
    }
  },
)
