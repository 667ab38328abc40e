import { useState } from 'react'
import { Button } from '@/components/button/button'
import { Tick } from '@/components/choice/tick'
import { Field } from '@/components/field/field'
import { Sheet } from '@/components/sheet/sheet'
import { Note } from '@/components/state/note'
import type { Telling } from '@/copy/date'
import { record as words } from '@/copy/record'
import { trouble } from '@/copy/trouble'
import { normalVolunteerNumber, volunteerNumberFault } from '@/domain/volunteer-number'
import { useRecord, type Summary } from '@/stores/record'

const MOST_TYPED = 30

interface DetailsProps {
  summary: Summary
  telling: Telling
  onClose(): void
}

/** What the person sets for the record: a number of their own, and whether honours may name them. */
export function Details({ summary, telling, onClose }: DetailsProps) {
  const saving = useRecord((store) => store.saving)
  const error = useRecord((store) => store.error)
  const set = useRecord((store) => store.set)
  const [typed, setTyped] = useState(summary.volunteerNumber ?? '')
  const [named, setNamed] = useState(summary.namedInHonours)
  const [tried, setTried] = useState(false)
  const number = normalVolunteerNumber(typed)
  const fault = number === '' ? null : volunteerNumberFault(number)
  const faultWords = fault === 'identity_card' ? words.numberIdentity : fault ? words.numberForm : null

  const save = async () => {
    setTried(true)
    if (fault) return
    const saved = await set({ volunteerNumber: number === '' ? null : number, namedInHonours: named })
    if (saved) onClose()
  }
  return (
    <Sheet open id="details-sheet" title={words.details} onClose={onClose}>
      <Tick
        id="named-in-honours"
        label={words.named}
        hint={words.namedHint}
        on={named}
        onToggle={() => setNamed(!named)}
      />
      <Field
        id="volunteer-number"
        label={words.number}
        value={typed}
        maxLength={MOST_TYPED}
        hint={words.numberHint}
        // An identity card is said at once: it should not stand there a moment longer.
        fault={tried || fault === 'identity_card' ? faultWords : null}
        onChange={setTyped}
      />
      {error ? <Note tone="stop" icon="warning" words={trouble(error, telling)} /> : null}
      <Button id="details-save" tone="go" fit="wide" busy={saving} onPress={() => void save()}>
        {words.save}
      </Button>
    </Sheet>
  )
}
