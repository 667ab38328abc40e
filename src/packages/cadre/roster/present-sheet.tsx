import { useState } from 'react'
import { Chips } from '@/components/choice/chips'
import type { RosterRow } from '@/contract/get-roster'
import { nameWords, roster as words } from '@/copy/roster'
import type { Plan } from '@/domain/attendance'
import type { RosterPhase } from '@/domain/roster-phase'
import type { Instant } from '@/domain/time'
import { WhySheet } from './why-sheet'

interface PresentSheetProps {
  row: RosterRow
  plan: Plan
  phase: RosterPhase
  now: Instant
  pending: boolean
  trouble: string | null
  onPresent(from: Instant, why: string): void
  onClose(): void
}

/** A resident is checked in by hand: why, and while it goes on since when. */
export function PresentSheet(props: PresentSheetProps) {
  const { row, plan, phase, now, pending, trouble, onPresent, onClose } = props
  const [since, setSince] = useState<'start' | 'now'>('start')
  const begun = phase === 'check_in' && now > plan.startsAt
  const from = begun && since === 'now' ? now : Math.min(now, plan.startsAt)
  return (
    <WhySheet
      title={words.markWhy(nameWords(row.name, row.attendeeId))}
      hint={words.markHint}
      confirm={words.markConfirm}
      reasons={words.markReasons}
      pending={pending}
      trouble={trouble}
      onConfirm={(why) => onPresent(from, why)}
      onClose={onClose}
    >
      {begun ? (
        <Chips<'start' | 'now'>
          label={words.since}
          options={[
            { value: 'start', label: words.sinceStart },
            { value: 'now', label: words.sinceNow },
          ]}
          chosen={since}
          onChoose={setSince}
        />
      ) : null}
    </WhySheet>
  )
}
