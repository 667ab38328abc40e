import { existsSync } from 'node:fs'
import path from 'node:path'

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
const folders = ['/usr/bin', ...(process.env.PATH ?? '').split(path.delimiter)]

/** @returns a Chromium or Chrome of this machine: CHROMIUM, or one on the PATH */
export function findChromium() {
  const places = [
    process.env.CHROMIUM,
    ...folders.flatMap((folder) => names.map((name) => path.join(folder, name))),
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  ]
  return places.find((place) => place && existsSync(place))
}
