import { Text, View } from '@tarojs/components'
import { useCallback, useState } from 'react'
import { Button } from '@/components/button/button'
import { Icon } from '@/components/icon/icon'
import { Empty } from '@/components/state/empty'
import { Note } from '@/components/state/note'
import type { Roster, RosterRow } from '@/contract/get-roster'
import { ago, period, type Telling } from '@/copy/date'
import { closingWords, roster as words } from '@/copy/roster'
import { trouble } from '@/copy/trouble'
import { CHECK_OUT_OPEN_AFTER } from '@/domain/attendance'
import { reopenUntil } from '@/domain/closing'
import { rosterPhase } from '@/domain/roster-phase'
import type { Instant } from '@/domain/time'
import { openPage } from '@/platform/navigation'
import { serverNow } from '@/stores/clock'
import { useMarks } from '@/stores/marks'
import { headsListed, rowsOf, useRoster } from '@/stores/roster'
import { ClosingBar } from './closing-bar'
import { CodeCard } from './code-card'
import { DrawNumber } from './draw-number'
import { Evaluations } from './evaluations'
import { Leading } from './leading'
import { OutcomeSheet } from './outcome-sheet'
import { Reopen } from './reopen'
import { RosterActions } from './roster-actions'
import { RosterFile } from './roster-file'
import { RosterSlot } from './roster-slot'
import { ToCall } from './to-call'
import { RosterSheets } from './roster-sheets'
import { WaitingMarks } from './waiting-marks'
import { WalkIns } from './walk-ins'

interface RosterContentProps {
  at: { communityId: string; sessionId: string }
  /** what waits on this phone included */
  roster: Roster
  /** when it was read, where the network is gone */
  keptSince: Instant | null
  telling: Telling
}

export function RosterContent({ at, roster, keptSince, telling }: RosterContentProps) {
  const error = useRoster((store) => store.error)
  const struck = useRoster((store) => store.struck)
  const result = useRoster((store) => store.result)
  const refresh = useRoster((store) => store.refresh)
  const markPresent = useRoster((store) => store.markPresent)
  const toggleStruck = useRoster((store) => store.toggleStruck)
  const setOutcome = useRoster((store) => store.setOutcome)
  const [asking, setAsking] = useState<'reveal' | RosterRow | null>(null)
  const [showsCode, setShowsCode] = useState(false)
  const send = useMarks((store) => store.send)
  const renewed = useCallback(() => void refresh(), [refresh])

  const { session } = roster
  const phase = rosterPhase(session, telling.now)
  const leaving = phase === 'closing' && telling.now < session.endsAt + CHECK_OUT_OPEN_AFTER
  const rows = rowsOf(roster)
  const came = headsListed(roster, struck)
  const drawing = roster.slots.some((slot) => slot.draw !== null)
  const query = { c: at.communityId, s: at.sessionId }

  const tap = (row: RosterRow) => {
    const from = phase === 'closing' ? session.startsAt : serverNow()
    if (row.outcome !== null) {
      if (!roster.leads) setAsking(row)
    } else if (struck.includes(row.attendeeId)) toggleStruck(row.attendeeId)
    else if (row.kind === 'child' && row.checkedInAt === null) void markPresent(row.attendeeId, '', from)
    else if (row.kind === 'child' && phase === 'closing') toggleStruck(row.attendeeId)
    else setAsking(row)
  }
  return (
    <>
      <View className="stack roster-head">
        <View className="title">{session.title}</View>
        <View className="strong numbers">{period(session.startsAt, session.endsAt, telling)}</View>
        <View className="row between">
          <Text className="soft grow">{session.place}</Text>
          <Text className="strong numbers" id="roster-came">
            {words.came(came, rows.length)}
          </Text>
        </View>
      </View>
      {session.cancelledAt !== null ? <Note tone="stop" icon="warning" words={words.cancelled} /> : null}
      {result ? (
        <View id="closing-result">
          <Note tone="go" icon="check" words={closingWords(result)} />
        </View>
      ) : phase === 'closed' ? (
        <Note tone="go" icon="check" words={words.closed} />
      ) : null}
      {session.closedAt !== null && telling.now < reopenUntil(session) && !roster.leads ? (
        <Reopen telling={telling} />
      ) : null}
      {keptSince === null ? null : (
        <Note tone="wait" icon="offline" words={words.keptSince(ago(keptSince, telling))} />
      )}
      <WaitingMarks roster={roster} telling={telling} onSend={() => void send().then(renewed)} />
      {phase === 'check_in' || (leaving && showsCode) ? (
        <CodeCard at={at} telling={telling} onChange={renewed} />
      ) : null}
      {phase === 'before' ? (
        <Note tone="wait" icon="clock" words={words.opensAt(session.checkInOpensAt, telling)} />
      ) : null}
      <Leading roster={roster} telling={telling} />
      {session.cancelledAt === null && phase !== 'closed' ? (
        <RosterActions
          query={query}
          before={telling.now < session.startsAt && !roster.leads}
          paper={rows.length > 0}
          onShowCode={leaving && !showsCode ? () => setShowsCode(true) : null}
        />
      ) : null}
      {phase === 'closing' && !result ? <Note tone="hands" words={closingHint(roster)} /> : null}
      {(roster.leads ? [] : roster.slots).map((slot) => (
        <DrawNumber
          key={slot.id}
          slot={slot}
          communityId={at.communityId}
          startsAt={session.startsAt}
          telling={telling}
        />
      ))}
      {rows.length + roster.toCall.length === 0 && !drawing ? (
        <Empty
          sentence={words.nobody}
          action={{
            label: words.toPage,
            onPress: () => openPage('session', query),
          }}
        />
      ) : null}
      {roster.revealed || rows.length + roster.toCall.length === 0 ? null : (
        <View className="row between">
          <Text className="small soft grow">{words.masked}</Text>
          <Button id="reveal-roster" tone="quiet" fit="slim" onPress={() => setAsking('reveal')}>
            <Icon name="reveal" size="small" />
            {words.reveal}
          </Button>
        </View>
      )}
      <ToCall toCall={roster.toCall} telling={telling} />
      {rows.length === 0
        ? null
        : roster.slots.map((slot) => (
            <RosterSlot
              key={slot.id}
              slot={slot}
              phase={phase}
              telling={telling}
              plan={session}
              onTap={tap}
            />
          ))}
      {session.cancelledAt === null ? <WalkIns roster={roster} phase={phase} /> : null}
      {phase === 'check_in' && !roster.leads ? (
        <View className="small soft">{words.toEnd(session.endsAt, telling)}</View>
      ) : null}
      {rows.length > 0 && !roster.leads ? <RosterFile at={at} telling={telling} /> : null}
      {asking === null && !roster.leads ? <Evaluations roster={roster} telling={telling} /> : null}
      {error && asking === null ? <Note tone="stop" icon="warning" words={trouble(error, telling)} /> : null}
      {phase === 'closing' && !roster.leads ? <ClosingBar roster={roster} /> : null}
      {asking !== null && asking !== 'reveal' && asking.outcome !== null ? (
        <OutcomeSheet
          row={asking}
          session={session}
          telling={telling}
          onSet={async (anew) => {
            if (await setOutcome(asking.attendeeId, anew)) setAsking(null)
          }}
          onClose={() => setAsking(null)}
        />
      ) : (
        <RosterSheets
          asking={asking}
          session={session}
          phase={phase}
          telling={telling}
          onClose={() => setAsking(null)}
        />
      )}
    </>
  )
}

function closingHint({ leads, session }: Roster): string {
  if (leads) return words.closingByCadre
  return session.reopenedAt === null ? words.closingHint : words.reopenedHint
}
