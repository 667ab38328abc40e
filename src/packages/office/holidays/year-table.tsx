import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button/button'
import { Icon } from '@/components/icon/icon'
import { Press } from '@/components/press/press'
import { Note } from '@/components/state/note'
import { MOST_HOLIDAYS } from '@/contract/save-holidays'
import type { Telling } from '@/copy/date'
import { holiday as words, holidayDays, holidayFault, newHoliday } from '@/copy/holiday'
import { trouble } from '@/copy/trouble'
import type { Holiday } from '@/domain/holiday'
import { DAY } from '@/domain/time'
import { rowsOf, useHolidays } from '@/stores/holidays'
import { useMember } from '@/stores/membership'
import { RowSheet } from './row-sheet'

/** One year: its days in order. An admin taps a row to change it, and saves the year as a whole. */
export function YearTable({ known, telling }: { known: boolean; telling: Telling }) {
  const year = useHolidays((store) => store.year)
  const store = useHolidays()
  const member = useMember()
  const [editing, setEditing] = useState<number | null>(null)
  const rows = rowsOf(store)
  const { faults, error, saved, overtaken, pending, put, remove, save } = store
  const mayEdit = member?.role === 'admin'
  const edited = editing === null ? null : (rows[editing] ?? newHoliday(year, after(rows)))
  return (
    <>
      {saved ? <Note tone="go" icon="check" words={words.saved} /> : null}
      {overtaken ? <Note tone="hands" icon="warning" words={words.meanwhile} /> : null}
      {error ? <Note tone="stop" icon="warning" words={trouble(error, telling)} /> : null}
      {known ? null : (
        <View className="notice" id="year-unknown">
          <View className="grow stack">
            <Text className="strong">{words.unknown([year])}</Text>
            <Text className="small">{words.unknownHint}</Text>
          </View>
        </View>
      )}
      {rows.length > 0 ? (
        <View className="card holiday-rows">
          {rows.map((row, at) => (
            <HolidayRow
              key={at}
              row={row}
              fault={faults.find((it) => it.at === at)?.fault ?? null}
              onPress={mayEdit ? () => setEditing(at) : null}
            />
          ))}
        </View>
      ) : null}
      {mayEdit ? null : <Text className="small soft">{words.readOnly}</Text>}
      {mayEdit && rows.length < MOST_HOLIDAYS ? (
        <Button id="holiday-add" tone="quiet" fit="wide" onPress={() => setEditing(rows.length)}>
          <Icon name="add" size="small" />
          {words.add}
        </Button>
      ) : null}
      {mayEdit ? (
        <View className="action-bar">
          {faults.length > 0 ? (
            <View className="small in-stop holiday-bar-words">{words.faults(faults.length)}</View>
          ) : null}
          <Button
            id="holidays-save"
            tone="go"
            fit="grow"
            off={store.rows === null || rows.length === 0}
            busy={pending}
            onPress={() => void save()}
          >
            {store.rows === null ? words.same : words.save}
          </Button>
        </View>
      ) : null}
      {editing !== null && edited ? (
        <RowSheet
          key={editing}
          row={edited}
          year={year}
          isNew={editing >= rows.length}
          telling={telling}
          onPut={(row) => {
            put(editing, row)
            setEditing(null)
          }}
          onRemove={() => {
            remove(editing)
            setEditing(null)
          }}
          onClose={() => setEditing(null)}
        />
      ) : null}
    </>
  )
}

const after = (rows: Holiday[]) =>
  rows.length > 0 ? Math.max(...rows.map(({ lastAt }) => lastAt)) + DAY : null

interface HolidayRowProps {
  row: Holiday
  fault: Parameters<typeof holidayFault>[0] | null
  onPress: (() => void) | null
}

function HolidayRow({ row, fault, onPress }: HolidayRowProps) {
  const content = (
    <>
      <View className="grow">
        <View className="strong">{row.name}</View>
        <View className="small soft numbers">{holidayDays(row)}</View>
        {fault ? <View className="small in-stop">{holidayFault(fault)}</View> : null}
      </View>
      <View className={row.works ? 'chip hands' : 'chip go'}>{row.works ? words.worksShort : words.off}</View>
    </>
  )
  return onPress ? (
    <Press className="item" onPress={onPress}>
      {content}
      <Icon name="next" size="small" />
    </Press>
  ) : (
    <View className="item">{content}</View>
  )
}
