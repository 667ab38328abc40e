// npm run setdata: what each page of the built mini-program sends to the thread that draws.
import { figure, table } from '../../config/table.mjs'
import { measureSetData, MOST, type Measured } from './measure-set-data'

const measured = await measureSetData()
console.log(table([['page', 'first rendering', 'calls', 'dearest tap', 'calls'], ...measured.map(row)]))
const tap = measured.find(({ page }) => page === 'pages/session/index')?.tap?.bytes ?? 0
const home = measured.find(({ page }) => page === 'pages/home/index')?.render.bytes ?? Infinity
console.log(`\nsession page, one tap: ${figure(tap)} of ${figure(MOST.sessionTap)} bytes`)
console.log(`home, first rendering: ${figure(home)} of ${figure(MOST.homeRender)} bytes`)
process.exitCode = tap <= MOST.sessionTap && home <= MOST.homeRender ? 0 : 1

function row({ page, render, tap }: Measured): string[] {
  const dearest = tap ? [figure(tap.bytes), String(tap.calls)] : ['', '']
  return [page, figure(render.bytes), String(render.calls), ...dearest]
}
