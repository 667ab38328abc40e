// size.mjs              builds the app, if stale, and a bare Taro page with the same configuration: the floor
// size.mjs APP FLOOR     measures two folders that are built already
//
// Says what each package weighs and what it is made of; ends with 1 when one is over its limit.
import path from 'node:path'
import { root } from '../bundle.mjs'
import { ensureBuilt, rebuild } from '../ensure-built.mjs'
import { figure, table } from '../table.mjs'
import { limitOf, overLimit } from './limits.mjs'
import { costOfModules } from './modules.mjs'
import { MAIN, packagesOf, uploadedFiles } from './packages.mjs'

const LARGEST = 10

const mapsOf = (folder) => path.join(folder, '../maps', path.basename(folder))

const times = (bytes, floor) => `${(bytes / floor).toFixed(2)} ×`

function tableOfPackages(packages, floor) {
  const row = ({ name, bytes }) => [name, figure(bytes), times(bytes, floor), figure(limitOf(name, floor))]
  return table([
    ['package', 'bytes', 'to floor', 'limit'],
    ['floor: one bare page', figure(floor), times(floor, floor), ''],
    ...packages.map(row),
  ])
}

function tableOfModules(costs, all) {
  const sum = (numbers) => [...numbers].reduce((total, number) => total + number, 0)
  const rows = [...costs].map(([module, places]) => {
    const total = sum(places.values())
    const main = places.get(MAIN) ?? 0
    return { module, main, sub: total - main, total }
  })
  rows.sort((one, other) => other.total - one.total)
  return table([
    [`the ${LARGEST} largest modules`, 'in main', 'in sub-packages', 'of all'],
    ...rows
      .slice(0, LARGEST)
      .map(({ module, main, sub, total }) => [
        module,
        figure(main),
        figure(sub),
        `${((100 * total) / all).toFixed(1)} %`,
      ]),
  ])
}

async function build() {
  await ensureBuilt(['weapp'])
  await rebuild('hello')
  return ['weapp', 'hello'].map((name) => path.join(root, 'dist', name))
}

const given = process.argv.slice(2).map((folder) => path.resolve(folder))
const [app, bare] = given.length > 0 ? given : await build()
if (!bare) throw new Error('Usage: node config/size/size.mjs [APP FLOOR]')

const files = uploadedFiles(app)
const packages = packagesOf(files)
const [{ bytes: floor }] = packagesOf(uploadedFiles(bare))
const all = packages.reduce((total, { bytes }) => total + bytes, 0)
console.log(`\n${tableOfPackages(packages, floor)}\n`)
console.log(`${tableOfModules(costOfModules(app, mapsOf(app), files), all)}\n`)

const complaints = overLimit(packages, floor)
for (const complaint of complaints) console.error(complaint)
process.exitCode = complaints.length > 0 ? 1 : 0
