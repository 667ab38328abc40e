import { useState } from 'react'
import { Tick } from '@/components/choice/tick'
import { points as words } from '@/copy/points'
import { usePoints } from '@/stores/points'

/** A resident's own choice: hours, no points. */
export function HoursOnly({ on }: { on: boolean }) {
  const choose = usePoints((store) => store.chooseHoursOnly)
  const [busy, setBusy] = useState(false)
  const toggle = async () => {
    setBusy(true)
    await choose(!on)
    setBusy(false)
  }
  return (
    <Tick
      id="hours-only"
      label={words.hoursOnly}
      hint={words.hoursOnlyHint}
      on={on}
      off={busy}
      onToggle={() => void toggle()}
    />
  )
}
