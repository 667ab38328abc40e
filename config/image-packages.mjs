// image-packages.mjs: dist/image/node_modules, with the packages that dist/server/server.mjs loads and no other.
import { cpSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { root } from './bundle.mjs'

const target = path.join(root, 'dist/image')
const readJson = (file) => JSON.parse(readFileSync(path.join(root, file), 'utf8'))

/** The folders of node_modules that these packages need, as the lockfile places them. */
function placesOf(names, { packages }) {
  const found = new Set()
  const visit = (from, name, isNeeded) => {
    const place = find(from, name, packages)
    if (!place && isNeeded) throw new Error(`${name}, which ${from || 'the server'} needs, is not locked`)
    if (!place || found.has(place)) return
    found.add(place)
    for (const each of needed(packages[place])) visit(place, each, true)
    for (const each of Object.keys(packages[place].optionalDependencies ?? {})) visit(place, each, false)
  }
  for (const name of names) visit('', name, true)
  return [...found]
}

function needed({
  dependencies = {},
  peerDependencies = {},
  peerDependenciesMeta = {},
  optionalDependencies = {},
}) {
  const peers = Object.keys(peerDependencies).filter((name) => !peerDependenciesMeta[name]?.optional)
  // npm lists what is optional among the dependencies as well.
  return [...Object.keys(dependencies), ...peers].filter((name) => !(name in optionalDependencies))
}

/** As Node looks for it: beside the one who asks, then further and further up. */
function find(from, name, packages) {
  for (let folder = from; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/')))) {
    const place = `${folder && `${folder}/`}node_modules/${name}`
    if (place in packages) return place
    if (!folder) return undefined
  }
}

function copy(place) {
  const source = path.join(root, place)
  // What a package carries inside its own node_modules has a place of its own.
  const nested = path.join(source, 'node_modules')
  cpSync(source, path.join(target, place), { recursive: true, filter: (file) => !file.startsWith(nested) })
}

const { dependencies } = readJson('dist/server/package.json')
const places = placesOf(Object.keys(dependencies), readJson('package-lock.json'))
rmSync(target, { recursive: true, force: true })
for (const place of places) copy(place)
console.log(`  image: ${places.length} packages in ${path.relative(root, target)}/node_modules`)
