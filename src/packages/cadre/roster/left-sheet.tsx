import { useState } from 'react'
import { View } from '@tarojs/components'
import { Button } from '@/components/button/button'
import { Stepper } from '@/components/stepper/stepper'
import type { RosterRow } from '@/contract/get-roster'
import { nameWords, roster as words } from '@/copy/roster'
import type { Plan } from '@/domain/attendance'
import type { RosterPhase } from '@/domain/roster-phase'
import { MINUTE, type Instant } from '@/domain/time'
import { WhySheet } from './why-sheet'

interface LeftSheetProps {
  row: RosterRow
  plan: Plan
  phase: RosterPhase
  now: Instant
  pending: boolean
  trouble: string | null
  /** `until` null: stayed after all */
  onLeft(until: Instant | null, why: string): void
  onStrike(): void
  onClose(): void
}

const STEP = 5

/** Somebody who was there left early: by how much, and why. Once it is over, also that they were not there at all. */
export function LeftSheet(props: LeftSheetProps) {
  const { row, plan, phase, now, pending, trouble, onLeft, onStrike, onClose } = props
  const most = Math.floor((plan.endsAt - plan.startsAt) / MINUTE)
  const left = row.checkedOutAt ?? now
  const sinceLeft = Math.ceil((plan.endsAt - left) / MINUTE / STEP) * STEP
  const [minutes, setMinutes] = useState(Math.min(most, Math.max(STEP, sinceLeft)))
  return (
    <WhySheet
      title={words.leftTitle(nameWords(row.name, row.attendeeId))}
      hint={words.leftHint}
      confirm={words.leftConfirm(minutes)}
      reasons={words.leftReasons}
      pending={pending}
      trouble={trouble}
      onConfirm={(why) => onLeft(plan.endsAt - minutes * MINUTE, why)}
      onClose={onClose}
    >
      <Stepper
        id="left-minutes"
        label={words.leftMinutes}
        unit={words.minutes}
        value={minutes}
        min={1}
        max={most}
        step={STEP}
        onChange={setMinutes}
      />
      <View className="row wrap">
        {row.checkOutMethod === null ? null : (
          <Button tone="quiet" fit="slim" off={pending} onPress={() => onLeft(null, words.stayedWhy)}>
            {words.stayed}
          </Button>
        )}
        {phase === 'closing' ? (
          <Button id="strike" tone="quiet" fit="slim" onPress={onStrike}>
            {words.strike}
          </Button>
        ) : null}
      </View>
    </WhySheet>
  )
}
