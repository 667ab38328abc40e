// npm run bench -- NAME [options]: one of the measurements below; without a name, how fast places are booked.
import { benchBooking } from './booking'
import { benchFigures } from './figures'
import { measureFirstRender } from './first-render'
import { benchLedger } from './ledger'
import { benchLoad } from './load'
import { benchStartup } from './startup'

const benches: Record<string, (options: string[]) => Promise<number>> = {
  booking: benchBooking,
  figures: benchFigures,
  ledger: benchLedger,
  load: benchLoad,
  startup: () => benchStartup(measureFirstRender),
}

const args = process.argv.slice(2)
const [name = 'booking'] = args[0]?.startsWith('--') ? [] : args
const options = args[0]?.startsWith('--') ? args : args.slice(1)
const bench = benches[name]
if (bench) process.exitCode = await bench(options)
else {
  console.error(`There is no benchmark ${name}; there are ${Object.keys(benches).join(', ')}.`)
  process.exitCode = 1
}
