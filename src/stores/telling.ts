import { useNow } from './clock'
import { useElder } from './elder'

/** By whose clock, and for whose eyes, this screen tells times. */
export function useTelling() {
  const now = useNow()
  const elder = useElder()
  return { now, elder }
}
