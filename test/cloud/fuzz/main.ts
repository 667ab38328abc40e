// npm run fuzz -- --requests N --seed S: sends requests of every kind, fit and unfit, and looks for what breaks.
import { parseArgs } from 'node:util'
import { withPostgres } from '../../bench/postgres'
import { deploy } from '../deployment'
import { MONDAY } from '../town'
import { fuzz, lastLine } from './campaign'

const { values } = parseArgs({
  options: { requests: { type: 'string', default: '100000' }, seed: { type: 'string', default: '1' } },
})

const fuzzed = await withPostgres(
  async () => {
    const linli = await deploy(MONDAY)
    try {
      return await fuzz(linli, { requests: Number(values.requests), seed: Number(values.seed) })
    } finally {
      await linli.close()
    }
  },
  { durable: false },
)
for (const [outcome, count] of [...fuzzed.tally].sort())
  console.log(`${String(count).padStart(7)}  ${outcome}`)
for (const fault of fuzzed.faults) console.log(`\n${fault}`)
console.log(`seed ${values.seed}`)
console.log(lastLine(fuzzed))
process.exitCode = fuzzed.faults.length + fuzzed.failures + fuzzed.crashes + fuzzed.writes > 0 ? 1 : 0
