import { area, curveStepAfter, line } from 'd3-shape'

/** From there on, `y` holds until the next. */
export interface ChartPoint {
  x: number
  y: number
}

/** What a chart reaches: its axes begin at 0. */
export interface ChartSpan {
  right: number
  top: number
}

/** In hundredths of the plot; half a line's width is kept free above and below. */
const EDGE = 1

export const across = (x: number, { right }: ChartSpan) => (Math.min(x, right) / right) * 100
export const upward = (y: number, { top }: ChartSpan) => EDGE + (Math.min(y, top) / top) * (100 - 2 * EDGE)

/**
 * The stair of a count and the ground beneath it, each as a mask: our own colours shine through, by day and by night.
 * @returns CSS images
 */
export function stepMasks(points: ChartPoint[], span: ChartSpan): { stair: string; ground: string } {
  const x = (point: ChartPoint) => short(across(point.x, span))
  const y = (point: ChartPoint) => short(100 - upward(point.y, span))
  const stair = line<ChartPoint>().x(x).y(y).curve(curveStepAfter)(points) ?? ''
  const ground = area<ChartPoint>().x(x).y1(y).y0(100).curve(curveStepAfter)(points) ?? ''
  return {
    stair: image(
      `<path d='${stair}' fill='none' stroke='#000' stroke-width='2.5' stroke-linejoin='round' stroke-linecap='round' vector-effect='non-scaling-stroke'/>`,
    ),
    ground: image(`<path d='${ground}'/>`),
  }
}

/** A tenth of a hundredth is less than a pixel, and each digit travels to the thread that draws. */
const short = (hundredths: number) => Math.round(hundredths * 10) / 10

/** Stretched to the plot whatever its size, so that nothing has to be measured. */
function image(path: string): string {
  const svg = `<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 100 100' preserveAspectRatio='none'>${path}</svg>`
  return `url("data:image/svg+xml,${svg.replace(/[#%<>]/g, encodeURIComponent)}")`
}
