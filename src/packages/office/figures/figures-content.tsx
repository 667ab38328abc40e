import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button/button'
import { Chips } from '@/components/choice/chips'
import { Icon } from '@/components/icon/icon'
import { Empty } from '@/components/state/empty'
import { Note } from '@/components/state/note'
import type { FiguresOfYear } from '@/contract/get-figures'
import { ACTIVITY_WORDS } from '@/copy/activity'
import { app } from '@/copy/app'
import { ago, type Telling } from '@/copy/date'
import { fileWords } from '@/copy/file'
import { figures as words, type Measure } from '@/copy/figures'
import type { Instant } from '@/domain/time'
import { useFigures } from '@/stores/figures'
import { Bars } from './bars'
import { figureOf, Whole } from './whole'

interface FiguresContentProps {
  figures: FiguresOfYear
  keptSince: Instant | null
  telling: Telling
}

export function FiguresContent({ figures, keptSince, telling }: FiguresContentProps) {
  const showYear = useFigures((store) => store.showYear)
  const taking = useFigures((store) => store.taking)
  const taken = useFigures((store) => store.taken)
  const take = useFigures((store) => store.take)
  const wrong = taken ? fileWords(taken, telling) : null
  const [measure, setMeasure] = useState<Measure>('attendances')
  const { year, years, whole, fill, months, grids, teams, kinds } = figures
  const bars = <Part extends Parameters<typeof figureOf>[1]>(parts: Part[], nameOf: (part: Part) => string) =>
    parts.map((part) => ({ name: nameOf(part), value: figureOf(measure, part) }))
  const byGrid = bars(grids, ({ name }) => name ?? words.nowhere)
  return (
    <>
      {keptSince !== null ? <Note icon="offline" words={app.offline(ago(keptSince, telling))} /> : null}
      <Chips
        options={years.map((it) => ({ value: String(it), label: words.year(it) }))}
        chosen={String(year)}
        onChoose={(it) => void showYear(Number(it))}
        label={words.years}
        scroll
      />
      {whole.attendances === 0 && fill.slots === 0 ? (
        <Empty sentence={words.empty(year)} />
      ) : (
        <>
          <Whole figures={figures} chosen={measure} onChoose={setMeasure} />
          <View className="small soft">
            {words.about[measure]}
            {measure === 'fill' ? ` ${words.full(fill)}。` : ''}
          </View>
          <Bars title={words.months} measure={measure} bars={bars(months, (it) => words.month(it.month))} />
          {measure === 'fill' ? null : <Bars title={words.grids} measure={measure} bars={byGrid} />}
          <Bars
            title={words.kinds}
            measure={measure}
            bars={bars(kinds, ({ kind }) => ACTIVITY_WORDS[kind].name)}
          />
          {measure === 'fill' || measure === 'newcomers' ? null : (
            <Bars title={words.teams} measure={measure} bars={bars(teams, ({ name }) => name)} />
          )}
          <Text className="small soft">{words.fewHint}</Text>
          <Button
            id="figures-take"
            tone="done"
            fit="wide"
            off={keptSince !== null}
            busy={taking}
            onPress={() => void take()}
          >
            <Icon name="list" size="small" />
            {words.take}
          </Button>
          {wrong ? <Note tone="stop" icon="warning" words={wrong} /> : null}
        </>
      )}
    </>
  )
}
