// npm run bench -- NAME [options]: one of the measurements below; without a name, how fast places are booked.
import { benchBooking } from './booking'
import { measureFirstRender } from './first-render'
import { benchStartup } from './startup'

const benches: Record<string, (options: string[]) => Promise<number>> = {
  booking: benchBooking,
  startup: () => benchStartup(measureFirstRender),
}

const [name = 'booking', ...options] = process.argv.slice(2)
const bench = benches[name]
if (bench) process.exitCode = await bench(options)
else {
  console.error(`There is no benchmark ${name}; there are ${Object.keys(benches).join(', ')}.`)
  process.exitCode = 1
}
