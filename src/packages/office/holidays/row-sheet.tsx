import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button/button'
import { Chips } from '@/components/choice/chips'
import { DayBox } from '@/components/pick-box/pick-box'
import { Sheet } from '@/components/sheet/sheet'
import { WrittenField } from '@/components/written-field/written-field'
import { MOST_HOLIDAY_NAME } from '@/contract/save-holidays'
import type { Telling } from '@/copy/date'
import { holiday as words } from '@/copy/holiday'
import type { Holiday } from '@/domain/holiday'
import { DAY, dayOf, type Instant } from '@/domain/time'

interface RowSheetProps {
  row: Holiday
  year: number
  isNew: boolean
  telling: Telling
  onPut(row: Holiday): void
  onRemove(): void
  onClose(): void
}

/** Days in a row: what they are called, from when to when, off or at work. */
export function RowSheet({ row: given, year, isNew, telling, onPut, onRemove, onClose }: RowSheetProps) {
  const [row, setRow] = useState(given)
  const range: [Instant, Instant] = [dayOf(year, 1, 1), dayOf(year + 1, 1, 1) - DAY]
  const from = (firstAt: Instant) => setRow({ ...row, firstAt, lastAt: Math.max(firstAt, row.lastAt) })
  return (
    <Sheet open id="holiday-sheet" title={isNew ? words.addTitle : words.editTitle} onClose={onClose}>
      <WrittenField
        id="holiday-name"
        label={words.name}
        value={row.name}
        most={MOST_HOLIDAY_NAME}
        placeholder={words.namePlaceholder}
        onChange={(name) => setRow({ ...row, name })}
      />
      <View className="pair">
        <View className="pair-part field">
          <Text className="small soft">{words.first}</Text>
          <DayBox
            id="holiday-first"
            label={words.first}
            at={row.firstAt}
            now={telling.now}
            range={range}
            onPick={from}
          />
        </View>
        <View className="pair-part field">
          <Text className="small soft">{words.last}</Text>
          <DayBox
            id="holiday-last"
            label={words.last}
            at={row.lastAt}
            now={telling.now}
            range={[row.firstAt, range[1]]}
            onPick={(lastAt) => setRow({ ...row, lastAt })}
          />
        </View>
      </View>
      <Chips
        label={words.kind}
        options={[
          { value: 'off', label: words.off },
          { value: 'works', label: words.works },
        ]}
        chosen={row.works ? 'works' : 'off'}
        onChoose={(kind) => setRow({ ...row, works: kind === 'works' })}
      />
      <View className="row">
        {isNew ? null : (
          <Button id="holiday-remove" tone="stop" fit="grow" onPress={onRemove}>
            {words.remove}
          </Button>
        )}
        <Button id="holiday-put" tone="go" fit="grow" onPress={() => onPut(row)}>
          {words.put}
        </Button>
      </View>
    </Sheet>
  )
}
