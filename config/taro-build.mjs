// taro-build.mjs weapp|h5|hello [--watch]: one client build, in this very process, so that signals reach it.
import { createRequire } from 'node:module'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { recordBuild } from './freshness.mjs'

/** What is built, and the platform it is built for. */
const platforms = { weapp: 'weapp', h5: 'h5', hello: 'weapp' }
const [target, ...rest] = process.argv.slice(2)
const watch = rest.includes('--watch')

if (!Object.hasOwn(platforms, target)) {
  console.error(`Usage: node config/taro-build.mjs ${Object.keys(platforms).join('|')} [--watch]`)
  process.exit(1)
}

process.chdir(path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..'))
process.env.NODE_ENV = watch ? 'development' : 'production'
process.env.TARO_ENV = platforms[target]
process.env.LINLI_BUILD = target
process.env.BROWSERSLIST_ENV = process.env.NODE_ENV
process.argv = [...process.argv.slice(0, 2), 'build', '--type', platforms[target], '--disable-global-config']
if (watch) process.argv.push('--watch', '--no-open')
else process.argv.push('--no-check')

// The runner rejects with webpack's list of errors and nobody catches it.
process.on('unhandledRejection', (reason) => {
  for (const error of [reason].flat()) console.error(error?.message ?? error)
  process.exit(1)
})

// Taro talks a lot: what it says is kept, and shown only if the build fails.
const said = []
const started = Date.now()
const record = recordBuild(target)
if (!watch) {
  const complain = process.stderr.write
  console.log = (...words) => said.push(words.join(' '))
  process.stderr.write = (words) => said.push(String(words).trimEnd()) > 0
  process.on('exit', (code) => {
    process.stderr.write = complain
    if (code) return void process.stderr.write(`${said.join('\n')}\n`)
    record()
    process.stdout.write(`  ${target}: built in ${Math.round((Date.now() - started) / 1000)} s\n`)
  })
}

for (const [signal, code] of [
  ['SIGINT', 130],
  ['SIGTERM', 143],
]) {
  process.on(signal, () => {
    said.length = 0
    process.exit(code)
  })
}

const require = createRequire(import.meta.url)
const CLI = require('@tarojs/cli/dist/cli').default

await new CLI().run()
