import { Text, View } from '@tarojs/components'
import { Icon } from '@/components/icon/icon'
import { LongList } from '@/components/long-list/long-list'
import { roleOf } from '@/components/press/role'
import type { Roster, RosterRow } from '@/contract/get-roster'
import type { Telling } from '@/copy/date'
import { nameWords, roster as words, rowMark, type RowSetting } from '@/copy/roster'
import type { Plan } from '@/domain/attendance'
import type { RosterPhase } from '@/domain/roster-phase'
import { watchNearness } from '@/platform/nearness'
import type { MarkedRow } from '@/stores/marked-roster'
import { useRoster } from '@/stores/roster'
import { WaitingList } from './waiting-list'

interface RosterSlotProps {
  slot: Roster['slots'][number]
  phase: RosterPhase
  telling: Telling
  plan: Plan
  onTap(row: RosterRow): void
}

export function RosterSlot({ slot, phase, telling, plan, onTap }: RosterSlotProps) {
  const struck = useRoster((store) => store.struck)
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
              setting={{
                phase,
                elder: telling.elder,
                plan,
                slotKind: slot.kind,
                struck: struck.includes(row.attendeeId),
              }}
              onTap={() => onTap(row)}
            />
          )}
          watch={watchNearness}
        />
        <WaitingList waiting={slot.waiting} count={slot.waitlist} telling={telling} />
      </View>
    </View>
  )
}

interface RowProps {
  row: MarkedRow
  setting: RowSetting
  onTap(): void
}

function Row({ row, setting, onTap }: RowProps) {
  const { phase } = setting
  const mark = rowMark(row, setting)
  const taps = mark.taps && !row.ownHousehold
  const own = row.ownHousehold && phase !== 'before' && row.outcome === null
  const hint = own ? words.ownHousehold : [mark.hint, row.waits && words.waits].filter(Boolean).join(' · ')
  return (
    <View
      {...(taps ? { ...roleOf('button'), onClick: onTap } : {})}
      className={`item roster-row ${row.ownHousehold ? 'soft' : ''} ${taps ? 'tap' : ''}`}
      data-id={row.attendeeId}
      data-state={mark.state}
    >
      <Icon name={row.kind === 'child' ? 'child' : 'person'} />
      <View className="grow">
        <View className={row.kind === 'child' && phase === 'check_in' ? 'title' : 'strong'}>
          {nameWords(row.name, row.attendeeId)}
        </View>
        {hint ? <View className="small soft">{hint}</View> : null}
      </View>
      {mark.words ? <View className={`chip ${row.waits ? 'wait' : mark.tone}`}>{mark.words}</View> : null}
    </View>
  )
}
