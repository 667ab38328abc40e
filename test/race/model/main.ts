// npm run model -- --steps N --seed S: plays random sequences on Linli and on the model of its rules.
import { parseArgs } from 'node:util'
import { deploy } from '../../cloud/deployment'
import { withPostgres } from '../../bench/postgres'
import { lastLine, runCampaign } from './campaign'
import { START } from './plan'

const { values } = parseArgs({
  options: { steps: { type: 'string', default: '5000' }, seed: { type: 'string', default: '1' } },
})

const campaign = await withPostgres(
  async () => {
    const linli = await deploy(START)
    try {
      return await runCampaign(linli, { atLeast: Number(values.steps), seed: Number(values.seed) })
    } finally {
      await linli.close()
    }
  },
  { durable: false },
)
for (const [answer, count] of [...campaign.tally].sort())
  console.log(`${String(count).padStart(6)}  ${answer}`)
for (const difference of campaign.differences) console.log(`\n${difference}`)
console.log(lastLine(campaign))
process.exitCode = campaign.differences.length > 0 ? 1 : 0
