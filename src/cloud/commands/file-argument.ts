import { parseArgs } from 'node:util'
import { StartupError } from '../startup-error'

/**
 * What a command about one file was told: the file, and whether `--flag` was said.
 * @throws StartupError, with how it is used, when it was told something else
 */
export function readFileArgument(flag: string, usage: string): { file: string; said: boolean } {
  try {
    const { values, positionals } = parseArgs({
      args: process.argv.slice(2),
      options: { [flag]: { type: 'boolean', default: false } },
      allowPositionals: true,
    })
    const [file] = positionals
    if (!file || positionals.length > 1) throw new Error('One file is named')
    return { file, said: values[flag] === true }
  } catch (error) {
    throw new StartupError(`${(error as Error).message}. ${usage}`)
  }
}
