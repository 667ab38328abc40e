// release.mjs --dry-run   packs and checks, without AppID, key or network
// release.mjs --preview   a QR code that opens this state on the phones of the team
// release.mjs --upload    a development version in the WeChat console, to be submitted for review there
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { root } from '../bundle.mjs'
import { ensureBuilt, rebuild, runNode } from '../ensure-built.mjs'
import { dryRun } from './dry-run.mjs'
import { send } from './send.mjs'
import { Obstacle, readSettings } from './settings.mjs'
import { describeSource, requireCommitted } from './source.mjs'
import { loadTool } from './tool.mjs'

const modes = ['dry-run', 'preview', 'upload']

async function release(mode) {
  if (!modes.includes(mode))
    throw new Obstacle(`Usage: npm run release -- ${modes.map((name) => `--${name}`).join(' | ')}`)
  const settings = readSettings(process.env, mode !== 'dry-run')
  if (mode === 'upload') requireCommitted()
  workApart()
  const tool = await loadTool()
  if (mode === 'dry-run') await ensureBuilt(['weapp'])
  else await rebuild('weapp')
  await ensureBuilt(['hello'])
  await runNode(['config/size/size.mjs', 'dist/weapp', 'dist/hello'])
  if (mode === 'dry-run') await dryRun(tool, settings)
  else await send(tool, mode, { ...settings, ...describeSource() })
}

/** The packer leaves folders where it is called: it is called in one that goes with the process. */
function workApart() {
  const folder = mkdtempSync(path.join(tmpdir(), 'linli-release-'))
  process.chdir(folder)
  process.on('exit', () => {
    process.chdir(root)
    rmSync(folder, { recursive: true, force: true })
  })
}

process.chdir(root)
const [option = '', ...rest] = process.argv.slice(2)
const mode = rest.length === 0 ? option.replace(/^--/, '') : ''
const code = await release(mode).then(
  () => 0,
  (error) => {
    // A step that ran by itself has said what was wrong.
    console.error(error.message)
    return 1
  },
)
// The packer leaves processes of its own behind.
process.exit(code)
