import type { AgeBand } from '@/domain/age-band'

/** 3–6 岁 */
export function ageBandWords(band: AgeBand): string {
  return `${band.replace('-', '–')} 岁`
}
