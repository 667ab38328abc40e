import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button/button'
import { Icon } from '@/components/icon/icon'
import { Empty } from '@/components/state/empty'
import { Note } from '@/components/state/note'
import type { Roster, RosterRow } from '@/contract/get-roster'
import { behalf } from '@/copy/behalf'
import { change } from '@/copy/change'
import { period, type Telling } from '@/copy/date'
import { closingWords, nameWords, roster as words } from '@/copy/roster'
import { trouble } from '@/copy/trouble'
import { reopenUntil } from '@/domain/closing'
import { rosterPhase } from '@/domain/roster-phase'
import { openPage } from '@/platform/navigation'
import { headsListed, rowsOf, useRoster } from '@/stores/roster'
import { ClosingBar } from './closing-bar'
import { CodeCard } from './code-card'
import { DrawNumber } from './draw-number'
import { Evaluations } from './evaluations'
import { Leading } from './leading'
import { OutcomeSheet } from './outcome-sheet'
import { Reopen } from './reopen'
import { RosterSlot } from './roster-slot'
import { ToCall } from './to-call'
import { WhySheet } from './why-sheet'

interface RosterContentProps {
  at: { communityId: string; sessionId: string }
  roster: Roster
  telling: Telling
}

export function RosterContent({ at, roster, telling }: RosterContentProps) {
  const error = useRoster((store) => store.error)
  const struck = useRoster((store) => store.struck)
  const result = useRoster((store) => store.result)
  const pending = useRoster((store) => store.pending)
  const reveal = useRoster((store) => store.reveal)
  const markPresent = useRoster((store) => store.markPresent)
  const toggleStruck = useRoster((store) => store.toggleStruck)
  const setOutcome = useRoster((store) => store.setOutcome)
  const [asking, setAsking] = useState<'reveal' | RosterRow | null>(null)

  const { session } = roster
  const phase = rosterPhase(session, telling.now)
  const rows = rowsOf(roster)
  const came = headsListed(roster, struck)
  const drawing = roster.slots.some((slot) => slot.draw !== null)

  const tap = (row: RosterRow) => {
    if (row.outcome === null && phase === 'closing' && row.checkedInAt !== null) toggleStruck(row.attendeeId)
    else if (row.outcome === null && row.kind === 'child') void markPresent(row.attendeeId, '')
    else if (row.outcome === null || !roster.leads) setAsking(row)
  }
  const answer = async (why: string) => {
    const done =
      asking === 'reveal' ? await reveal(why) : asking && (await markPresent(asking.attendeeId, why))
    if (done) setAsking(null)
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
      {phase === 'check_in' ? <CodeCard at={at} telling={telling} /> : null}
      {phase === 'before' ? (
        <Note tone="wait" icon="clock" words={words.opensAt(session.checkInOpensAt, telling)} />
      ) : null}
      <Leading roster={roster} telling={telling} />
      {session.cancelledAt === null && telling.now < session.startsAt && !roster.leads ? (
        <View className="row">
          <Button
            id="to-change"
            tone="quiet"
            fit="slim"
            onPress={() => openPage('change', { c: at.communityId, s: at.sessionId })}
          >
            <Icon name="edit" size="small" />
            {change.open}
          </Button>
          <Button
            id="to-behalf"
            tone="quiet"
            fit="slim"
            onPress={() => openPage('behalf', { c: at.communityId, s: at.sessionId })}
          >
            <Icon name="add" size="small" />
            {behalf.open}
          </Button>
        </View>
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
            onPress: () => openPage('session', { c: at.communityId, s: at.sessionId }),
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
            <RosterSlot key={slot.id} slot={slot} phase={phase} elder={telling.elder} onTap={tap} />
          ))}
      {phase === 'check_in' && !roster.leads ? (
        <View className="small soft">{words.toEnd(session.endsAt, telling)}</View>
      ) : null}
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
      ) : asking ? (
        <WhySheet
          {...(asking === 'reveal'
            ? { title: words.revealWhy, hint: words.revealHint, confirm: words.revealConfirm }
            : {
                title: words.markWhy(nameWords(asking.name, asking.attendeeId)),
                hint: words.markHint,
                confirm: words.markConfirm,
              })}
          reasons={asking === 'reveal' ? words.revealReasons : words.markReasons}
          pending={pending !== null}
          trouble={error ? trouble(error, telling) : null}
          onConfirm={(why) => void answer(why)}
          onClose={() => setAsking(null)}
        />
      ) : null}
    </>
  )
}

function closingHint({ leads, session }: Roster): string {
  if (leads) return words.closingByCadre
  return session.reopenedAt === null ? words.closingHint : words.reopenedHint
}
