// looks.mjs FILE [arguments]: runs a program of test/looks on what is built of the sources as they are.
import { ensureBuilt } from './ensure-built.mjs'
import { findChromium } from './find-chromium.mjs'

const chromium = findChromium()
if (!chromium) {
  console.error('No Chromium was found (apt-get install chromium fonts-noto-cjk, or CHROMIUM=path).')
  process.exit(1)
}
process.env.CHROMIUM = chromium
await ensureBuilt(['server', 'h5'])
await import('./run.mjs')
