// test.mjs                  types, lint, builds of what is stale, all tests
// test.mjs PROJECT          one of cloud, ui, weapp, browser, with the builds it needs
// test.mjs PATH … [--flag]  handed to jest: only the tests whose path matches
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { root } from './bundle.mjs'
import { ensureBuilt } from './ensure-built.mjs'
import { findChromium } from './find-chromium.mjs'
import { findPostgres } from './find-postgres.mjs'
import { sweepPostgres } from './jest/postgres-record.mjs'

const needs = {
  cloud: ['server', 'function'],
  ui: [],
  weapp: ['weapp', 'hello', 'function'],
  browser: ['server', 'h5', 'weapp'],
}
const results = path.join(root, 'test-results/jest.json')
const inCI = Boolean(process.env.CI) && process.env.CI !== 'false'

process.chdir(root)
process.env.LINLI_TEST_RUN = String(process.pid)
const args = process.argv.slice(2)
const everything = args.length === 0
const project = args[0] in needs ? args.shift() : undefined
const filters = args.filter((argument) => !argument.startsWith('-'))

const running = new Set()
let interrupted = false
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, interrupt)

/** Ctrl-C: whatever runs is stopped with all it has started, a browser and the PostgreSQL of the run included. */
async function interrupt() {
  if (interrupted) return
  interrupted = true
  const stopped = [...running]
    .filter(({ exitCode, signalCode }) => exitCode === null && signalCode === null)
    .map((child) => once(child, 'exit'))
  for (const child of running) signalGroup(child, 'SIGTERM')
  if (stopped.length > 0) {
    await Promise.race([Promise.all(stopped), sleep(3000)])
    await sweepPostgres()
    for (const child of running) signalGroup(child, 'SIGKILL')
  }
  process.exit(130)
}

function signalGroup({ pid }, signal) {
  try {
    process.kill(-pid, signal)
  } catch (error) {
    // It may have ended, all of it, between two looks.
    if (error.code !== 'ESRCH') throw error
  }
}

/** @returns whether the command succeeded */
function run(command, parameters) {
  return new Promise((resolve) => {
    // A group of its own, so that it is stopped in order rather than all at once by the terminal.
    const child = spawn(command, parameters, {
      cwd: root,
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: colours(),
    })
    if (child.pid) running.add(child)
    child.stdout.on('data', (chunk) => interrupted || process.stdout.write(chunk))
    child.stderr.on('data', (chunk) => interrupted || process.stderr.write(chunk))
    child.once('error', () => resolve(false))
    child.once('close', (code) => {
      running.delete(child)
      if (!interrupted) resolve(code === 0)
    })
  })
}

const colours = () => ({ ...process.env, ...(process.stdout.isTTY ? { FORCE_COLOR: '1' } : {}) })

async function attempt(name, work) {
  const ok = await work().catch((error) => void console.error(error.message))
  if (ok === false || ok === undefined) failures.push(name)
}

const failures = []
const chromium = findChromium()
if (chromium) process.env.CHROMIUM = chromium

const projects = selectProjects()
// Each is the work of one core: what is said of the sources beside what is built of them.
await Promise.all([everything && judge(), build()])
const counts = await runJest(projects)
report(counts)

async function judge() {
  await attempt('typecheck', () => run('npm', ['run', '--silent', 'typecheck']))
  await attempt('lint', () => run('npm', ['run', '--silent', 'lint']))
}

async function build() {
  const built = projects.flatMap((name) => needs[name])
  // The container image carries the H5 app too; no other test of its project needs it.
  if (runs('test/cloud/image.test.ts')) built.push('h5')
  for (const target of new Set(built)) {
    await attempt(`build of ${target}`, () => ensureBuilt([target]).then(() => true))
  }
  if (runs('test/weapp/release.test.ts') && !(await run(process.execPath, ['config/release/install.mjs']))) {
    process.env.LINLI_NO_PACKER = 'yes'
    if (inCI) failures.push('installation of config/release')
  }
}

function selectProjects() {
  if (project) return [project]
  const named = Object.keys(needs).filter((name) => filters.some((filter) => filter.includes(`test/${name}`)))
  if (filters.length > 0) return named.length > 0 ? named : ['cloud', 'ui']
  return Object.keys(needs).filter((name) => name !== 'browser' || chromium)
}

/** Is the test file among those that run? */
function runs(file) {
  const isChosen = filters.length === 0 || filters.some((filter) => file.includes(filter))
  return isChosen && projects.includes(file.split('/')[1])
}

async function runJest(names) {
  mkdirSync(path.dirname(results), { recursive: true })
  rmSync(results, { force: true })
  const jest = path.join(root, 'node_modules/jest/bin/jest.js')
  const chosen = ['--selectProjects', ...names]
  await run(process.execPath, [
    jest,
    ...['--config', 'config/jest/jest.config.mjs', '--json', '--outputFile', results, '--passWithNoTests'],
    ...args,
    ...chosen,
  ])
  await sweepPostgres()
  try {
    const { numPassedTests, numFailedTests, numRuntimeErrorTestSuites, numPendingTests, success } =
      JSON.parse(readFileSync(results, 'utf8'))
    const failed = numFailedTests + numRuntimeErrorTestSuites
    return {
      passed: numPassedTests,
      failed: success ? failed : Math.max(failed, 1),
      skipped: numPendingTests,
    }
  } catch {
    failures.push('jest')
    return { passed: 0, failed: 0, skipped: 0 }
  }
}

function report({ passed, failed, skipped }) {
  if (!chromium && (everything || project === 'browser')) {
    console.log(
      'Not run, for want of a Chromium: the tests of test/browser (apt-get install chromium fonts-noto-cjk).',
    )
    if (inCI || project === 'browser') failures.push('chromium')
  }
  if (runs('test/cloud/backup-server.test.ts') && !findPostgres()) {
    console.log(
      'Not run, for want of pg_dump and its server: backups of PostgreSQL (apt-get install postgresql).',
    )
    if (inCI) failures.push('postgresql')
  }
  if (process.env.LINLI_NO_PACKER)
    console.log('Not run, for want of the packer: the dry run of a release (npm ci in config/release).')
  if (failures.length > 0) console.log(`Failed: ${failures.join(', ')}`)
  const total = failed + failures.length
  console.log(`${passed} passed, ${total} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`)
  process.exit(total > 0 ? 1 : 0)
}
