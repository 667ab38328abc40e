import fc from 'fast-check'
import { deploy } from '../cloud/deployment'
import { playRush, type Rush } from './model/crowd'
import { plans, START } from './model/plan'
import { acts } from './model/steps'

const HOMES = 24
const AT_ONCE = 60
const ROUNDS = 12
const RUSHES = 4

const rushes = fc.record({
  plan: plans(HOMES).map((plan) => ({ ...plan, from: START })),
  rounds: fc.array(fc.array(acts(HOMES), { minLength: AT_ONCE, maxLength: AT_ONCE }), {
    minLength: ROUNDS,
    maxLength: ROUNDS,
  }),
}) as fc.Arbitrary<Rush>

it('keeps every invariant while a whole neighbourhood books, cancels, waits and accepts at once', async () => {
  const linli = await deploy(START, 16)
  let [answered, done] = [0, 0]
  for (const rush of fc.sample(rushes, { seed: 20261125, numRuns: RUSHES })) {
    const aftermath = await playRush(linli, rush)
    expect(aftermath.broken).toEqual([])
    answered += aftermath.answered
    done += aftermath.done
  }
  // A crowd whose every act is refused would prove nothing.
  expect(answered).toBeGreaterThan(RUSHES * ROUNDS * AT_ONCE * 0.5)
  expect(done).toBeGreaterThan(answered * 0.1)
  await linli.close()
}, 300_000)
