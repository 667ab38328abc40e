import { spawn } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { root } from './bundle.mjs'
import { isFresh } from './freshness.mjs'

const builders = {
  weapp: ['config/taro-build.mjs', 'weapp'],
  h5: ['config/taro-build.mjs', 'h5'],
  hello: ['config/taro-build.mjs', 'hello'],
  server: ['config/build-cloud.mjs', 'server'],
  function: ['config/build-cloud.mjs', 'function'],
}

const slow = ['weapp', 'h5', 'hello']

/** Builds those of the targets that are missing or older than their sources, one after the other. */
export async function ensureBuilt(targets) {
  for (const target of targets) if (!isFresh(target)) await build(target, () => !isFresh(target))
}

/** Builds the target whatever is there. */
export const rebuild = (target) => build(target, () => true)

async function build(target, isNeeded) {
  const release = await lock(target)
  try {
    // Another process may have built it while we waited for the lock.
    if (!isNeeded()) return
    console.log(`Building ${target}${slow.includes(target) ? ' (half a minute or so)' : ''} …`)
    await runNode(builders[target])
  } finally {
    release()
  }
}

const children = new Set()

/** Runs a Node program and waits; rejects with its exit code. It never outlives this process. */
export function runNode([script, ...rest]) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [path.join(root, script), ...rest], { cwd: root, stdio: 'inherit' })
    children.add(child)
    child.once('exit', (code, signal) => {
      children.delete(child)
      if (code === 0) resolve()
      else
        reject(new Error(`${path.basename(script)} ${rest.join(' ')} ended with ${signal ?? `code ${code}`}`))
    })
  })
}

process.on('exit', () => children.forEach((child) => child.kill('SIGTERM')))

async function lock(target) {
  const file = path.join(root, `dist/.building-${target}`)
  mkdirSync(path.dirname(file), { recursive: true })
  for (let told = false; !take(file); told = true) {
    if (!told) console.log(`Another process builds ${target}; waiting for it …`)
    await sleep(500)
  }
  const release = () => rmSync(file, { force: true })
  process.once('exit', release)
  return release
}

function take(file) {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' })
    return true
  } catch {
    if (!isRunning(holder(file))) rmSync(file, { force: true })
    return false
  }
}

function holder(file) {
  try {
    return Number(readFileSync(file, 'utf8'))
  } catch {
    return 0
  }
}

function isRunning(pid) {
  try {
    return pid > 0 && process.kill(pid, 0)
  } catch (error) {
    return error.code === 'EPERM'
  }
}
