import { figure } from '../table.mjs'
import { MAIN } from './packages.mjs'

const TIMES_FLOOR = 2
const SUB_PACKAGE = 300_000

/** The most bytes that a package may have; the floor is the main package of a bare Taro page. */
export const limitOf = (name, floor) => (name === MAIN ? floor * TIMES_FLOOR : SUB_PACKAGE)

/** @returns {string[]} a sentence for each package that is too large */
export function overLimit(packages, floor) {
  return packages
    .filter(({ name, bytes }) => bytes > limitOf(name, floor))
    .map(({ name, bytes }) => {
      const meaning = name === MAIN ? `${TIMES_FLOOR} × a bare Taro page` : 'the most a sub-package may have'
      return `${name} has ${figure(bytes)} bytes, more than ${figure(limitOf(name, floor))}: ${meaning}.`
    })
}
