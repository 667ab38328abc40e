import { readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'

// What the platform takes into a package; a licence or a map beside it stays at home.
const uploaded = new Set(
  '.wxml .wxss .wxs .js .json .png .jpg .jpeg .gif .svg .cer .mp3 .aac .m4a .mp4 .wav .ogg .silk .wasm .br'.split(
    ' ',
  ),
)

export const MAIN = 'main'

/**
 * The files that are uploaded of a built mini-program.
 * @returns {{ file: string, package: string, bytes: number }[]} package: MAIN or the root of a sub-package
 */
export function uploadedFiles(folder) {
  const roots = subPackageRoots(folder)
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && uploaded.has(path.extname(entry.name)))
    .map((entry) => path.relative(folder, path.join(entry.parentPath ?? entry.path, entry.name)))
    .filter((file) => file !== 'project.config.json')
    .map((file) => ({ file, package: packageOf(file, roots), bytes: statSync(path.join(folder, file)).size }))
}

/** @returns {{ name: string, bytes: number }[]} the main package first */
export function packagesOf(files) {
  const bytes = new Map([[MAIN, 0]])
  for (const file of files) bytes.set(file.package, (bytes.get(file.package) ?? 0) + file.bytes)
  return [...bytes].map(([name, total]) => ({ name, bytes: total }))
}

export const packageOf = (file, roots) => roots.find((root) => file.startsWith(`${root}/`)) ?? MAIN

export function subPackageRoots(folder) {
  const { subPackages = [], subpackages = [] } = readAppJson(folder)
  return [...subPackages, ...subpackages].map(({ root }) => root.replace(/\/+$/, ''))
}

export const readAppJson = (folder) => JSON.parse(readFileSync(path.join(folder, 'app.json'), 'utf8'))
