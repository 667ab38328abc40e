import { deploy } from './deployment'
import { fuzz, lastLine } from './fuzz/campaign'
import { MONDAY } from './town'

const REQUESTS = 3_000

// A hundred thousand are a campaign of their own: npm run fuzz.
it('answers whatever is sent in the envelope, and writes nothing for what is invalid', async () => {
  const linli = await deploy(MONDAY)
  const fuzzed = await fuzz(linli, { requests: REQUESTS, seed: 1 })
  expect(fuzzed.faults).toEqual([])
  expect(lastLine(fuzzed)).toBe(`fuzz: ${REQUESTS} requests, 500s 0, crashes 0, writes from invalid 0`)
  // It is no fuzz that is turned away at the door.
  expect(fuzzed.tally.get('valid ok')).toBeGreaterThan(REQUESTS / 10)
  expect(fuzzed.tally.get('invalid bad_input')).toBeGreaterThan(REQUESTS / 10)
  await linli.close()
}, 120_000)
