import { useState } from 'react'
import type { Roster, RosterRow } from '@/contract/get-roster'
import type { Telling } from '@/copy/date'
import { roster as words } from '@/copy/roster'
import { trouble } from '@/copy/trouble'
import type { RosterPhase } from '@/domain/roster-phase'
import { useRoster } from '@/stores/roster'
import { LeftSheet } from './left-sheet'
import { PresentSheet } from './present-sheet'
import { WhySheet } from './why-sheet'

interface RosterSheetsProps {
  /** what the leader has tapped: the names, or a row */
  asking: 'reveal' | RosterRow | null
  session: Roster['session']
  phase: RosterPhase
  telling: Telling
  onClose(): void
}

/** What needs a reason before it is done: showing the names, checking somebody in, an early leave. */
export function RosterSheets({ asking, session, phase, telling, onClose }: RosterSheetsProps) {
  const error = useRoster((store) => store.error)
  const reveal = useRoster((store) => store.reveal)
  const markPresent = useRoster((store) => store.markPresent)
  const markLeft = useRoster((store) => store.markLeft)
  const toggleStruck = useRoster((store) => store.toggleStruck)
  const [pending, setPending] = useState(false)
  const answer = async (done: Promise<boolean>) => {
    setPending(true)
    const closes = await done
    setPending(false)
    if (closes) onClose()
  }
  if (asking === null) return null
  const shared = { pending, trouble: error ? trouble(error, telling) : null, onClose }
  if (asking === 'reveal') {
    const { revealWhy: title, revealHint: hint, revealConfirm: confirm, revealReasons: reasons } = words
    return (
      <WhySheet
        {...{ ...shared, title, hint, confirm, reasons }}
        onConfirm={(why) => void answer(reveal(why))}
      />
    )
  }
  const row = { ...shared, row: asking, plan: session, phase, now: telling.now }
  const { attendeeId } = asking
  return asking.checkedInAt === null ? (
    <PresentSheet {...row} onPresent={(from, why) => void answer(markPresent(attendeeId, why, from))} />
  ) : (
    <LeftSheet
      {...row}
      onLeft={(until, why) => void answer(markLeft(attendeeId, why, until))}
      onStrike={() => {
        toggleStruck(attendeeId)
        onClose()
      }}
    />
  )
}
