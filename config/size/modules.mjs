import { existsSync, readFileSync } from 'node:fs'
import { SourceMap } from 'node:module'
import path from 'node:path'

/**
 * What each module costs where it ends up: the bytes of the minified files, given to the sources they came from.
 * Packages of npm count as one module each, ours by folder; what is no script is a module of its own.
 * @returns {Map<string, Map<string, number>>} module -> package -> bytes
 */
export function costOfModules(folder, maps, files) {
  const costs = new Map()
  for (const { file, package: name, bytes } of files) {
    for (const [source, cost] of costOfSources(folder, maps, file, bytes)) add(costs, source, name, cost)
  }
  return costs
}

function add(costs, module, name, bytes) {
  const places = costs.get(module) ?? new Map()
  costs.set(module, places.set(name, (places.get(name) ?? 0) + bytes))
}

function costOfSources(folder, maps, file, bytes) {
  const mapFile = path.join(maps, `${file}.map`)
  if (!existsSync(mapFile)) return [[path.basename(file), bytes]]
  const map = new SourceMap(JSON.parse(readFileSync(mapFile, 'utf8')))
  const lines = readFileSync(path.join(folder, file), 'utf8').split('\n')
  // Each line but the last also has its line feed.
  return [...lines.flatMap((line, at) => runsOf(map, line, at)), [FRAME, lines.length - 1]]
}

/** A line of code as runs of one module: [module, bytes]. */
function runsOf(map, line, at) {
  const runs = []
  let from = 0
  let current
  const close = (to) => {
    if (to > from) runs.push([moduleOf(current), Buffer.byteLength(line.slice(from, to))])
    from = to
  }
  for (let column = 0; column < line.length; column++) {
    const source = map.findEntry(at, column).originalSource
    if (source === current) continue
    close(column)
    current = source
  }
  close(line.length)
  return runs
}

const FRAME = "webpack's own frame"
const TARO = '@tarojs/*'

/** The module that a source of a map belongs to. */
function moduleOf(source = '') {
  const npm = source.split('node_modules/').at(-1)
  if (npm !== source) {
    const [scope, name] = npm.split('/')
    if (scope === '@tarojs') return TARO
    return scope.startsWith('@') ? `${scope}/${name}` : scope
  }
  // Taro's packages bring maps of their own, in which they are called ../src/….
  if (source.startsWith('../')) return TARO
  const ours = /^(?:.*?\.\/)?(src\/.*)$/.exec(source)?.[1]
  return ours ? conceptOf(ours) : FRAME
}

/** src/copy, but src/pages/home and src/packages/cadre/roster: a screen is a module, its package is not. */
function conceptOf(file) {
  const parts = path.dirname(file).split('/')
  const depth = { pages: 3, packages: 4 }[parts[1]] ?? 2
  return parts.slice(0, depth).join('/')
}
