// npm run faults -- --minutes N --seed S [--broken idempotency|commit]: residents and faults on two servers and PostgreSQL.
// npm run faults -- --kills 20: on one server with its embedded database, which is killed so many times.
import { parseArgs } from 'node:util'
import { withPostgres } from '../bench/postgres'
import { withBundle } from './broken'
import { runCampaign } from './campaign'
import { Cluster } from './cluster'
import { runKills } from './pglite'

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '10' },
    seed: { type: 'string', default: '1' },
    kills: { type: 'string' },
    broken: { type: 'string' },
  },
})
const seed = Number(values.seed)
console.log(`seed ${seed}`)
// It is stopped, killed and restarted: never one that others use.
delete process.env.DATABASE_URL

const { faults, operations, violations, tally } = await withBundle(values.broken, (bundle) =>
  values.kills === undefined
    ? withPostgres((url) => runCampaign(new Cluster(url), { minutes: Number(values.minutes), seed, bundle }))
    : runKills({ kills: Number(values.kills), seed, bundle }),
)
for (const [what, count] of [...tally].sort()) console.log(`${String(count).padStart(6)}  ${what}`)
for (const violation of violations.slice(0, 40)) console.log(`\n${violation}`)
console.log(`faults: ${faults} faults, ${operations} operations, ${violations.length} violations`)
process.exit(violations.length > 0 ? 1 : 0)
