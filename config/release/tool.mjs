import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { root } from '../bundle.mjs'
import { Obstacle } from './settings.mjs'
import { silently } from './silently.mjs'

const here = path.dirname(fileURLToPath(import.meta.url))
const NAME = 'miniprogram-ci'

// The settings of project.config.json, so that what is released is what DevTools shows.
export const asInDevTools = { useProjectConfig: true }

/** WeChat's own packer. It brings a thousand packages, so it is installed apart and only when one releases. */
export async function loadTool() {
  installTool()
  return silently(`${NAME} cannot be loaded`, () => createRequire(import.meta.url)(NAME))
}

function isInstalled() {
  const manifest = path.join(here, 'node_modules', NAME, 'package.json')
  return existsSync(manifest) && readJson(manifest).version === wanted()
}

const readJson = (file) => JSON.parse(readFileSync(file, 'utf8'))
const wanted = () => readJson(path.join(here, 'package.json')).dependencies[NAME]

/** @throws Obstacle */
export function installTool() {
  if (isInstalled()) return
  console.log(`Installing ${NAME} ${wanted()} into config/release (a minute or so) …`)
  // None of the install scripts is needed to pack, and all that is optional serves compilers that are not used.
  const { status } = spawnSync(
    'npm',
    ['ci', '--ignore-scripts', '--omit=optional', '--no-audit', '--no-fund'],
    {
      cwd: here,
      stdio: ['ignore', 'inherit', 'inherit'],
      shell: process.platform === 'win32',
    },
  )
  if (status !== 0) throw new Obstacle(`${NAME} could not be installed: npm ci in config/release failed.`)
}

/** The project as DevTools opens it: this folder, of which only the built mini-program is looked at. */
export function openProject(tool, { appId, key, attr }) {
  return new tool.Project({
    appid: appId,
    type: 'miniProgram',
    projectPath: root,
    privateKey: key,
    ignores: allBut('', ['dist', 'project.config.json'], 'dist/', ['weapp']),
    ...(attr ? { attr } : {}),
  })
}

function allBut(folder, kept, ...deeper) {
  const others = readdirSync(path.join(root, folder)).filter((name) => !kept.includes(name))
  const patterns = others.flatMap((name) => [`${folder}${name}`, `${folder}${name}/**`])
  return deeper.length > 0 ? [...patterns, ...allBut(...deeper)] : patterns
}
