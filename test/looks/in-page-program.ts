import axe from 'axe-core'
import { execFileSync } from 'node:child_process'

/** What a page is examined with, to be run in it before anything of its own: then it has `window.examine`. */
export function inPagePrograms(): string[] {
  // By its command: in jest's own world esbuild does not recognise the platform's arrays.
  const examine = execFileSync(
    'node_modules/.bin/esbuild',
    ['test/looks/in-page/examine.ts', '--bundle', '--format=iife', '--target=es2022', '--log-level=warning'],
    { encoding: 'utf8' },
  )
  return [axe.source, examine]
}
