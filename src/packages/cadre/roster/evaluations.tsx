import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Chips } from '@/components/choice/chips'
import { LongList } from '@/components/long-list/long-list'
import { MenuRow } from '@/components/menu-row/menu-row'
import { Sheet } from '@/components/sheet/sheet'
import { Note } from '@/components/state/note'
import type { Roster, RosterRow } from '@/contract/get-roster'
import type { Telling } from '@/copy/date'
import { evaluation as words, EVALUATION_WORDS } from '@/copy/evaluation'
import { nameWords } from '@/copy/roster'
import { trouble } from '@/copy/trouble'
import { EVALUATIONS } from '@/domain/evaluation'
import { watchNearness } from '@/platform/nearness'
import { useEvaluation } from '@/stores/evaluation'
import { rowsOf } from '@/stores/roster'

const OPTIONS = EVALUATIONS.map((value) => ({ value, label: EVALUATION_WORDS[value] }))

/** A word on each service that is confirmed, for who wants to give one. */
export function Evaluations({ roster, telling }: { roster: Roster; telling: Telling }) {
  const error = useEvaluation((store) => store.error)
  const [open, setOpen] = useState(false)
  const rows = rowsOf(roster).filter((row) => row.served && !row.ownHousehold)
  if (rows.length === 0) return null
  const given = rows.filter((row) => row.evaluation !== null).length
  return (
    <>
      <View className="card roster-card">
        <MenuRow
          id="evaluations-open"
          icon="edit"
          title={words.open}
          side={words.given(given, rows.length)}
          onPress={() => setOpen(true)}
        />
      </View>
      <Sheet open={open} id="evaluations-sheet" title={words.title} onClose={() => setOpen(false)}>
        <View className="small soft">{words.hint}</View>
        {error ? <Note tone="stop" icon="warning" words={trouble(error, telling)} /> : null}
        <LongList
          rows={rows}
          row={(row) => <Row key={`${row.bookingId}${row.attendeeId}`} row={row} />}
          watch={watchNearness}
        />
      </Sheet>
    </>
  )
}

function Row({ row }: { row: RosterRow }) {
  const pending = useEvaluation((store) => store.pending)
  const evaluate = useEvaluation((store) => store.evaluate)
  const { attendeeId, evaluation } = row
  return (
    <View
      className={pending === attendeeId ? 'item evaluation-row busy' : 'item evaluation-row'}
      data-id={attendeeId}
    >
      <Text className="strong grow one-line">{nameWords(row.name, attendeeId)}</Text>
      <Chips
        options={OPTIONS}
        chosen={evaluation}
        onChoose={(chosen) => void evaluate(attendeeId, chosen === evaluation ? null : chosen)}
      />
    </View>
  )
}
