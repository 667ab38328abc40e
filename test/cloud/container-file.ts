import { cpSync, readFileSync } from 'node:fs'
import path from 'node:path'

export interface Instruction {
  name: string
  rest: string
}

/** The stages of the container file, each with its instructions in order. */
export function readStages(file: string): Instruction[][] {
  const lines = readFileSync(file, 'utf8')
    .replace(/\\\n\s*/g, '')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
  const stages: Instruction[][] = []
  for (const line of lines) {
    const [name = '', ...words] = line.split(' ')
    if (name === 'FROM') stages.push([])
    stages.at(-1)?.push({ name, rest: words.join(' ') })
  }
  return stages
}

/** What all instructions of a name say. */
export const all = (stage: Instruction[], name: string) =>
  stage.filter((instruction) => instruction.name === name).map(({ rest }) => rest)

/** The command of an instruction in its JSON form; of HEALTHCHECK what follows CMD. */
export const command = (stage: Instruction[], name: string): string[] =>
  JSON.parse(/\[.*\]$/.exec(all(stage, name).join())?.[0] ?? '[]') as string[]

/** The variables that ENV sets. */
export const environment = (stage: Instruction[]): Record<string, string> =>
  Object.fromEntries(all(stage, 'ENV').flatMap((rest) => rest.split(' ').map((pair) => pair.split('=', 2))))

/** Each COPY as source and target, relative to the working directory of both stages. */
export function copies(stage: Instruction[]): { source: string; target: string }[] {
  const home = `${all(stage, 'WORKDIR').join()}/`
  return all(stage, 'COPY').map((rest) => {
    const [source = '', target = ''] = rest.split(' ').filter((word) => !word.startsWith('--'))
    return { source: source.replace(home, ''), target }
  })
}

/** Leaves in the folder what the COPY instructions of a stage would leave in the image. */
export function layOut(stage: Instruction[], folder: string): void {
  for (const { source, target } of copies(stage)) {
    cpSync(source, path.join(folder, target), { recursive: true })
  }
}
