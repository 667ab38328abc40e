import { execFileSync } from 'node:child_process'
import { statSync } from 'node:fs'
import { figure, table } from '../../config/table.mjs'

const STARTS = 10
const MOST_MILLISECONDS = 150
const MOST_BYTES = 1_000_000

/** What is measured of the landing page in the built mini-program, one entry a rendering. */
export type MeasureFirstRender = () => Promise<{ milliseconds: number; setDataBytes: number }[]>

const kinds = { empty: 'an empty script', own: 'the function, own code', whole: 'the function with its SDK' }
type Kind = keyof typeof kinds

interface Start {
  /** of loading the bundle */
  load: number
  /** of the whole process, from its start to its end */
  process: number
}

/**
 * Cold start of the cloud function's bundle, each in a process of its own, and the first rendering of the landing page.
 * @returns 0: what it says is for people, and other work on the machine slows it down
 */
export async function benchStartup(measureFirstRender: MeasureFirstRender | null): Promise<number> {
  execFileSync(process.execPath, ['config/build-cloud.mjs', 'function'], { stdio: 'inherit' })
  sayColdStart(measureColdStarts())
  if (measureFirstRender) sayFirstRender(await measureFirstRender())
  return 0
}

/** In turns, so that what else the machine does meets all of them. */
function measureColdStarts(): Record<Kind, Start[]> {
  const starts: Record<Kind, Start[]> = { empty: [], own: [], whole: [] }
  for (let turn = 0; turn < STARTS; turn += 1) {
    for (const kind of Object.keys(kinds) as Kind[]) starts[kind].push(startOnce(kind))
  }
  return starts
}

function startOnce(kind: Kind): Start {
  const started = performance.now()
  const said = execFileSync(process.execPath, ['test/bench/cold-start.cjs', kind], { encoding: 'utf8' })
  return { load: Number(said), process: performance.now() - started }
}

function sayColdStart(starts: Record<Kind, Start[]>): void {
  const empty = median(starts.empty.map((start) => start.process))
  const rows = (Object.keys(kinds) as Kind[]).map((kind) => {
    const loads = starts[kind].map((start) => start.load)
    const whole = median(starts[kind].map((start) => start.process))
    return [
      kinds[kind],
      ms(median(loads)),
      ms(Math.max(...loads)),
      ms(whole),
      `${(whole / empty).toFixed(2)} ×`,
    ]
  })
  console.log(`\nCold start, ${STARTS} processes each\n`)
  console.log(table([['', 'load, median', 'worst', 'process, median', 'to empty'], ...rows]))
  const own = median(starts.own.map((start) => start.load))
  const { size } = statSync('dist/cloud/api/index.js')
  console.log(`\nown code: ${ms(own)} of ${ms(MOST_MILLISECONDS)}, ${kept(own <= MOST_MILLISECONDS)}`)
  console.log(`bundle: ${figure(size)} of ${figure(MOST_BYTES)} bytes, ${kept(size <= MOST_BYTES)}`)
}

function sayFirstRender(renders: Awaited<ReturnType<MeasureFirstRender>>): void {
  const times = renders.map((render) => render.milliseconds)
  const bytes = renders.map((render) => render.setDataBytes)
  console.log(`\nFirst rendering of the landing page, ${renders.length} times\n`)
  console.log(
    table([
      ['', 'median', 'worst'],
      ['until it stands', ms(median(times)), ms(Math.max(...times))],
      ['bytes of setData', figure(median(bytes)), figure(Math.max(...bytes))],
    ]),
  )
}

const ms = (milliseconds: number) => `${milliseconds.toFixed(1)} ms`
const kept = (isKept: boolean) => (isKept ? 'kept' : 'missed')

function median(numbers: number[]): number {
  const sorted = [...numbers].sort((one, other) => one - other)
  const middle = sorted.length / 2
  return ((sorted[Math.ceil(middle) - 1] ?? 0) + (sorted[Math.floor(middle)] ?? 0)) / 2
}
