import { useState } from 'react'
import { Tick } from '@/components/choice/tick'
import type { Telling } from '@/copy/date'
import { points as words } from '@/copy/points'
import { trouble } from '@/copy/trouble'
import { toast } from '@/platform/toast'
import { usePoints } from '@/stores/points'

/** A resident's own choice: hours, no points. */
export function HoursOnly({ on, telling }: { on: boolean; telling: Telling }) {
  const choose = usePoints((store) => store.chooseHoursOnly)
  const [busy, setBusy] = useState(false)
  const toggle = async () => {
    setBusy(true)
    const error = await choose(!on)
    setBusy(false)
    if (error) toast(trouble(error, telling))
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
