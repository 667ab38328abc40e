import fc from 'fast-check'
import { sequences } from './beginnings'
import type { TestDeployment } from '../../cloud/deployment'
import { playSequence, type Tally } from './player'
import { plans } from './plan'

const HOMES = 9
const LONGEST = 120

export interface Campaign {
  steps: number
  sequences: number
  /** one text for each sequence that differed, at its shortest */
  differences: string[]
  tally: Tally
}

/**
 * Plays sequences until so many steps are played. Of a sequence that differs the shortest one that still
 * does is kept.
 */
export async function runCampaign(
  linli: TestDeployment,
  { atLeast, seed }: { atLeast: number; seed: number },
): Promise<Campaign> {
  const sequence = sequences(HOMES, plans(HOMES), LONGEST)
  const campaign: Campaign = { steps: 0, sequences: 0, differences: [], tally: new Map() }
  while (campaign.steps < atLeast && campaign.differences.length < 5) {
    let runs = 0
    const property = fc.asyncProperty(sequence, async (input) => {
      runs += 1
      const { played, tally } = await playSequence(linli, input)
      if (runs > 1) return
      campaign.steps += played
      for (const [key, count] of tally) campaign.tally.set(key, (campaign.tally.get(key) ?? 0) + count)
    })
    // Each sequence by itself, so that one that differs does not end the campaign; unbiased, or all were short.
    const options = { seed: seed + campaign.sequences, numRuns: 1, unbiased: true }
    const result = await fc.check(property, options)
    campaign.sequences += 1
    if (result.failed) campaign.differences.push(`seed ${options.seed}\n${String(result.errorInstance)}`)
  }
  return campaign
}

export function lastLine({ steps, sequences, differences }: Campaign): string {
  return `model: ${steps} steps, ${sequences} sequences, ${differences.length} differences`
}
