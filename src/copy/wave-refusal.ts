import type { OtherRefusal } from '@/contract/other-refusal'
import type { WaveRefusal } from '@/domain/second-wave'
import { spoken, type Telling } from './date'

export function isOfWave(refusal: OtherRefusal): refusal is WaveRefusal {
  return refusal.reason.startsWith('wave_')
}

/** Why nobody is told once more now. */
export function explainWave(refusal: WaveRefusal, { now }: Telling): string {
  switch (refusal.reason) {
    case 'wave_not_needed':
      return '已经满了，不用再喊。'
    case 'wave_not_open':
      return `${spoken(refusal.opensAt, now)}才对所有人开放，开放后再喊。`
    case 'wave_too_soon':
      return `刚喊过一次。${spoken(refusal.nextAt, now)}以后可以再喊。`
    case 'wave_reaches_nobody':
      return '能来的都报了、在候补，或刚告诉过。发到群里试试。'
  }
}
