import { deploy } from '../cloud/deployment'
import { runCampaign } from './model/campaign'
import { START } from './model/plan'

const STEPS = 600

// Thousands of steps are a campaign of their own: npm run model.
it('answers random sequences as a small model of the rules does, and ends in the same state', async () => {
  const linli = await deploy(START)
  const { steps, differences } = await runCampaign(linli, { atLeast: STEPS, seed: 1 })
  expect(differences).toEqual([])
  expect(steps).toBeGreaterThanOrEqual(STEPS)
  expect(linli.failures).toEqual([])
  await linli.close()
}, 300_000)
