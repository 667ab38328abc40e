import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { root } from '../bundle.mjs'
import { Obstacle } from './settings.mjs'

/** What the platform shows beside a version: its number, and the subject of the last commit. */
export function describeSource() {
  const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'))
  return { version, description: git('log', '-1', '--format=%s') ?? `Linli ${version}` }
}

/** @throws Obstacle when what would be uploaded is not what the last commit says */
export function requireCommitted() {
  if (git('status', '--porcelain'))
    throw new Obstacle('There are changes that are not committed; an upload is named after its commit.')
}

/** @returns null outside a repository, as from an archive of the sources */
function git(...args) {
  try {
    return execFileSync('git', args, {
      cwd: root,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim()
  } catch {
    return null
  }
}
