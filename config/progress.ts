import { type Compiler, ProgressPlugin } from 'webpack'

const STEP = 20

/** One plain line at each fifth of the way, readable in a terminal and in a log file alike; then the warnings. */
export class Progress extends ProgressPlugin {
  constructor(target: string) {
    const started = Date.now()
    let next = STEP
    super((fraction: number) => {
      const percent = Math.round(fraction * 100)
      if (percent < next || percent >= 100) return
      next = Math.floor(percent / STEP) * STEP + STEP
      process.stdout.write(`  ${target}: ${percent} % (${Math.round((Date.now() - started) / 1000)} s)\n`)
    })
  }

  apply(compiler: Compiler) {
    super.apply(compiler)
    compiler.hooks.done.tap('Progress', ({ compilation }) => {
      for (const warning of compilation.warnings) process.stdout.write(`${warning.message}\n`)
    })
  }
}
