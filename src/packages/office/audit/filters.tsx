import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button/button'
import { Chips } from '@/components/choice/chips'
import { DayBox } from '@/components/pick-box/pick-box'
import { actorName, audit as words } from '@/copy/audit'
import type { Telling } from '@/copy/date'
import { AUDIT_KINDS, type AuditKind } from '@/domain/audit'
import { dayStart, DAY } from '@/domain/time'
import { useAudit, type AuditLog } from '@/stores/audit'
import { valueOf } from '@/stores/loadable'

const ALL = 'all'
const KEPT_FOR = 5 * 366 * DAY

/** By kind, by person, by day. */
export function Filters({ telling }: { telling: Telling }) {
  const { kind, person, day } = useAudit((store) => store.filter)
  const choose = useAudit((store) => store.choose)
  const heard = useAudit((store) => valueOf(store.log)?.staff ?? null)
  // While another part of the log is read the names stay where they are.
  const [staff, setStaff] = useState<AuditLog['staff']>([])
  if (heard !== null && heard !== staff) setStaff(heard)
  const people = person && !staff.some((it) => it.id === person.id) ? [person, ...staff] : staff
  const today = dayStart(telling.now)
  return (
    <View className="stack">
      <Chips
        options={[
          { value: ALL, label: words.all },
          ...AUDIT_KINDS.map((value) => ({ value, label: words.kinds[value] })),
        ]}
        chosen={kind ?? ALL}
        onChoose={(value) => void choose({ kind: value === ALL ? null : (value as AuditKind) })}
        scroll
      />
      <Chips
        options={[
          { value: ALL, label: words.anybody },
          ...people.map((it) => ({ value: it.id, label: actorName(it) })),
        ]}
        chosen={person?.id ?? ALL}
        onChoose={(id) => void choose({ person: people.find((it) => it.id === id) ?? null })}
        label={words.person}
        scroll
      />
      {day === null ? (
        <View className="row">
          <Button id="audit-day" fit="slim" tone="quiet" onPress={() => void choose({ day: today })}>
            {words.day}
          </Button>
        </View>
      ) : (
        <View className="row">
          <View className="grow">
            <DayBox
              label={words.day}
              at={day}
              now={telling.now}
              range={[telling.now - KEPT_FOR, telling.now]}
              onPick={(at) => void choose({ day: at })}
            />
          </View>
          <Button fit="slim" tone="quiet" onPress={() => void choose({ day: null })}>
            {words.anyDay}
          </Button>
        </View>
      )}
    </View>
  )
}
