import type { Telling } from '@/copy/date'
import { useNow } from './clock'
import { useElder } from './elder'

/** How times are told on this screen now. */
export function useTelling(): Telling {
  const now = useNow()
  const elder = useElder()
  return { now, elder }
}
