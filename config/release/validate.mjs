import { readFileSync } from 'node:fs'
import path from 'node:path'
import { packageOf, packagesOf, readAppJson, subPackageRoots, uploadedFiles } from '../size/packages.mjs'
import { figure } from '../table.mjs'

const MEBIBYTE = 1024 * 1024
const MOST_PER_PACKAGE = 2 * MEBIBYTE
const MOST_IN_ALL = 20 * MEBIBYTE

/**
 * The packed files by package.
 * @param packed name -> content, as the platform's packer returns them
 */
export function packedFiles(folder, packed) {
  const roots = subPackageRoots(folder)
  return Object.entries(packed).map(([file, content]) => ({
    file,
    package: packageOf(file, roots),
    bytes: Buffer.byteLength(content),
  }))
}

/** @returns {string[]} what the platform would refuse, or what a phone would miss */
export function faultsOf(folder, packed) {
  return [
    ...missingPages(folder, packed),
    ...missingIcons(folder, packed),
    ...changed(folder, packed),
    ...tooLarge(folder, packed),
  ]
}

function missingPages(folder, packed) {
  const { pages, subPackages = [] } = readAppJson(folder)
  const all = [...pages, ...subPackages.flatMap(({ root, pages }) => pages.map((page) => `${root}/${page}`))]
  return all.flatMap((page) =>
    ['.js', '.json', '.wxml']
      .filter((extension) => !(page + extension in packed))
      .map((extension) => `app.json names the page ${page}, and ${page}${extension} is not packed.`),
  )
}

function missingIcons(folder, packed) {
  const { tabBar, themeLocation } = readAppJson(folder)
  const themes = themeLocation in packed ? Object.values(JSON.parse(packed[themeLocation])) : []
  const icons = (tabBar?.list ?? []).flatMap(({ iconPath, selectedIconPath }) => [iconPath, selectedIconPath])
  const files = icons.flatMap((icon) =>
    icon.startsWith('@') ? themes.map((theme) => theme[icon.slice(1)] ?? icon) : [icon],
  )
  const missing = files.filter((file) => !(file in packed))
  if (themeLocation && !(themeLocation in packed)) missing.unshift(themeLocation)
  return missing.map((file) => `app.json leads to ${file}, which is not packed.`)
}

/** The build has compiled for the oldest phones already: packing must neither drop nor compile anything again. */
function changed(folder, packed) {
  return uploadedFiles(folder).flatMap(({ file }) => {
    if (!(file in packed)) return `${file} was built and is not packed.`
    // The packer writes JSON out anew.
    const same =
      file.endsWith('.json') || readFileSync(path.join(folder, file)).equals(Buffer.from(packed[file]))
    return same ? [] : `${file} was changed by packing; check the settings in project.config.json.`
  })
}

function tooLarge(folder, packed) {
  const packages = packagesOf(packedFiles(folder, packed))
  const all = packages.reduce((total, { bytes }) => total + bytes, 0)
  return [
    ...packages.map(({ name, bytes }) => ({ name, bytes, most: MOST_PER_PACKAGE })),
    { name: 'The whole mini-program', bytes: all, most: MOST_IN_ALL },
  ]
    .filter(({ bytes, most }) => bytes > most)
    .map(({ name, bytes, most }) => `${name} has ${figure(bytes)} bytes; the platform takes ${figure(most)}.`)
}
