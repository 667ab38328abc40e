import { Text } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button/button'
import { Chips } from '@/components/choice/chips'
import { Sheet } from '@/components/sheet/sheet'
import { Note } from '@/components/state/note'
import { Stepper } from '@/components/stepper/stepper'
import type { Roster, RosterRow } from '@/contract/get-roster'
import { period, type Telling } from '@/copy/date'
import { nameWords, roster as words } from '@/copy/roster'
import { trouble } from '@/copy/trouble'
import { presenceWithin } from '@/domain/closing'
import { MINUTE } from '@/domain/time'
import { useRoster, type OutcomeAnew } from '@/stores/roster'

interface OutcomeSheetProps {
  row: RosterRow
  session: Roster['session']
  telling: Telling
  onSet(anew: OutcomeAnew): void
  onClose(): void
}

const MINUTES_A_STEP = 5

/** Decides anew about one person: there or not, and for how much of it. */
export function OutcomeSheet({ row, session, telling, onSet, onClose }: OutcomeSheetProps) {
  const pending = useRoster((store) => store.pending)
  const error = useRoster((store) => store.error)
  const { startsAt, endsAt } = session
  const planned = Math.floor((endsAt - startsAt) / MINUTE)
  const minutes = (time: number) => Math.min(planned, Math.max(0, Math.floor(time / MINUTE)))
  const [outcome, setOutcome] = useState(row.outcome ?? 'present')
  const [late, setLate] = useState(minutes((row.checkedInAt ?? startsAt) - startsAt))
  const [early, setEarly] = useState(minutes(endsAt - (row.checkedOutAt ?? endsAt)))
  const possible = outcome === 'absent' || presenceWithin(session, { late, early }) !== null
  return (
    <Sheet
      open
      id="outcome-sheet"
      title={words.outcomeOf(nameWords(row.name, row.attendeeId))}
      onClose={onClose}
    >
      <Text className="small soft numbers">{period(startsAt, endsAt, telling)}</Text>
      <Chips<OutcomeAnew['outcome']>
        options={[
          { value: 'present', label: words.present },
          { value: 'absent', label: words.absent },
        ]}
        chosen={outcome}
        onChoose={setOutcome}
      />
      {outcome === 'present' ? (
        <>
          <Stepper
            id="outcome-late"
            label={words.late}
            value={late}
            min={0}
            max={planned}
            step={MINUTES_A_STEP}
            onChange={setLate}
          />
          <Stepper
            id="outcome-early"
            label={words.early}
            value={early}
            min={0}
            max={planned}
            step={MINUTES_A_STEP}
            fault={possible ? null : words.nothingLeft}
            onChange={setEarly}
          />
        </>
      ) : null}
      {error ? <Note tone="stop" icon="warning" words={trouble(error, telling)} /> : null}
      <Button
        id="outcome-confirm"
        tone="go"
        fit="wide"
        off={!possible}
        busy={pending !== null}
        onPress={() =>
          onSet({ outcome, ...(outcome === 'present' ? { late, early } : { late: 0, early: 0 }) })
        }
      >
        {words.outcomeKeep}
      </Button>
    </Sheet>
  )
}
