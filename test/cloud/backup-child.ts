import { openPGlite } from '@/cloud/db/pglite'
import { createSignedLinks } from '@/cloud/files/signed-links'
import { createIdentities } from '@/cloud/identity'
import { createPlatformServices } from '@/cloud/wechat/platform-services'
import { brokenInvariants } from '../invariants'
import { claim, gather, holders, type Crowd } from './backups'
import { done, type TestDeployment } from './deployment'

// The embedded database does not run within jest: this opens a folder beside it, and says what it finds as JSON.
const [folder = '', what, given = '{}'] = process.argv.slice(2)
const database = await openPGlite(folder)
const now = Date.now()
const linli: TestDeployment = {
  ...{ url: '', database, failures: [], clock: { now }, now: () => now },
  services: {
    identities: createIdentities('s'.repeat(32), () => Promise.resolve(null)),
    files: createSignedLinks('s'.repeat(32)),
    doorKey: 'k'.repeat(32),
    ...createPlatformServices(null),
  },
  report: ({ error }) => console.error(error),
  close: () => database.close(),
}
if (what === 'gather') {
  process.stdout.write(JSON.stringify(await gather(linli, Number(given))))
} else {
  const crowd = JSON.parse(given) as Crowd & { claims?: string }
  if (crowd.claims) await done(linli, crowd.claims, 'bookSlot', claim(crowd))
  const forbidden = await database
    .transaction((tx) => tx.query('DELETE FROM points_entry'))
    .then(() => '', String)
  const [names, broken] = [await holders(database), await brokenInvariants(database)]
  process.stdout.write(JSON.stringify({ names, broken, forbidden }))
}
await database.close()
