import { ProgressPlugin } from 'webpack'

const STEP = 20

/** One plain line at each fifth of the way: readable in a terminal and in a log file alike. */
export class Progress extends ProgressPlugin {
  constructor(target: string) {
    const started = Date.now()
    let next = STEP
    super((fraction: number) => {
      const percent = Math.round(fraction * 100)
      if (percent < next || percent >= 100) return
      next = Math.floor(percent / STEP) * STEP + STEP
      console.log(`  ${target}: ${percent} % (${Math.round((Date.now() - started) / 1000)} s)`)
    })
  }
}
