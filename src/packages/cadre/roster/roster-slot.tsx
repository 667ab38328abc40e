import { Text, View } from '@tarojs/components'
import { Icon } from '@/components/icon/icon'
import { LongList } from '@/components/long-list/long-list'
import { roleOf } from '@/components/press/role'
import type { Roster, RosterRow } from '@/contract/get-roster'
import { nameWords, roster as words, rowMark } from '@/copy/roster'
import type { RosterPhase } from '@/domain/roster-phase'
import { watchNearness } from '@/platform/nearness'
import { useRoster } from '@/stores/roster'

interface RosterSlotProps {
  slot: Roster['slots'][number]
  phase: RosterPhase
  elder: boolean
  onTap(row: RosterRow): void
}

export function RosterSlot({ slot, phase, elder, onTap }: RosterSlotProps) {
  const struck = useRoster((store) => store.struck)
  const pending = useRoster((store) => store.pending)
  return (
    <View className="stack">
      <View className="section">
        <Text className="grow one-line">{slot.title}</Text>
        <View className="row tight">
          {slot.points > 0 ? <View className="chip points">{words.points(slot.points)}</View> : null}
          {slot.waitlist > 0 ? <View className="chip wait">{words.waitlist(slot.waitlist)}</View> : null}
          <Text className="numbers">
            {slot.rows.length}/{slot.capacity}
          </Text>
        </View>
      </View>
      <View className="card roster-card">
        {slot.rows.length === 0 ? <View className="item soft">{words.nobodyHere}</View> : null}
        <LongList
          rows={slot.rows}
          row={(row) => (
            <Row
              key={row.attendeeId}
              row={row}
              phase={phase}
              elder={elder}
              struck={struck.includes(row.attendeeId)}
              busy={pending === row.attendeeId}
              onTap={() => onTap(row)}
            />
          )}
          watch={watchNearness}
        />
      </View>
    </View>
  )
}

interface RowProps {
  row: RosterRow
  phase: RosterPhase
  elder: boolean
  struck: boolean
  busy: boolean
  onTap(): void
}

function Row({ row, phase, elder, struck, busy, onTap }: RowProps) {
  const mark = rowMark(row, phase, struck, elder)
  const taps = mark.taps && !row.ownHousehold && !busy
  const hint = row.ownHousehold && phase !== 'before' && row.outcome === null ? words.ownHousehold : mark.hint
  return (
    <View
      {...(taps ? roleOf('button') : {})}
      className={`item roster-row ${row.ownHousehold ? 'soft' : ''} ${taps ? 'tap' : ''} ${busy ? 'busy' : ''}`}
      data-id={row.attendeeId}
      data-state={mark.state}
      onClick={() => {
        if (taps) onTap()
      }}
    >
      <Icon name={row.kind === 'child' ? 'child' : 'person'} />
      <View className="grow">
        <View className={row.kind === 'child' && phase === 'check_in' ? 'title' : 'strong'}>
          {nameWords(row.name, row.attendeeId)}
        </View>
        {hint ? <View className="small soft">{hint}</View> : null}
      </View>
      {mark.words ? <View className={`chip ${mark.tone}`}>{mark.words}</View> : null}
    </View>
  )
}
