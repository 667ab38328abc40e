import { verifyLedger } from '@/cloud/ledger-check'
import { openLedgerGround } from './ledger-ground'

// The measurement itself is a campaign; here its small size shows that what it reads is a ledger that holds.
it('fills accounts whose chains, credits and sums hold', async () => {
  const ground = await openLedgerGround(process.env.TEST_DATABASE_URL ?? '')
  await ground.fill(300)
  await ground.fill(40)
  await ground.settle()
  expect(await verifyLedger(ground.database)).toEqual({ entries: 340, accounts: 3, broken: [] })
  await ground.close()
}, 60_000)
