// npm run dev:h5: the API on PORT (3000), and Taro's dev server, which reloads and passes /api on.
import { spawn } from 'node:child_process'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { root } from './bundle.mjs'
import { ensureBuilt } from './ensure-built.mjs'

process.chdir(root)
await ensureBuilt(['server'])

const taro = spawn(process.execPath, [path.join(root, 'config/taro-build.mjs'), 'h5', '--watch'], {
  stdio: 'inherit',
})
process.on('exit', () => taro.kill('SIGTERM'))
taro.once('exit', (code) => process.exit(code ?? 0))

process.setSourceMapsEnabled(true)
await import(pathToFileURL(path.join(root, 'dist/server/server.mjs')))
