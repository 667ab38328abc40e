// One cold start, in a process of its own. `empty`: nothing is loaded; `own`: the function with nothing in the place
// of the platform's SDK; `whole`: with the SDK. Prints the milliseconds that loading took.
const Module = require('node:module')
const path = require('node:path')

const what = process.argv[2]
if (what === 'own') {
  const load = Module._load
  Module._load = (request, ...rest) => (request === 'wx-server-sdk' ? {} : load(request, ...rest))
}
const started = performance.now()
if (what !== 'empty') require(path.resolve('dist/cloud/api/index.js'))
console.log(performance.now() - started)
process.exit(0)
