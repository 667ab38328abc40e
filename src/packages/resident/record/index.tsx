import { View } from '@tarojs/components'
import { useDidShow, useReachBottom } from '@tarojs/taro'
import { useState } from 'react'
import { Chips } from '@/components/choice/chips'
import { MenuRow } from '@/components/menu-row/menu-row'
import { Screen } from '@/components/screen/screen'
import { Empty } from '@/components/state/empty'
import { Failure } from '@/components/state/failure'
import { Loading } from '@/components/state/loading'
import { Note } from '@/components/state/note'
import { app } from '@/copy/app'
import { ago } from '@/copy/date'
import { record as words } from '@/copy/record'
import { leaveMark, series as seriesCopy } from '@/copy/series'
import { trouble } from '@/copy/trouble'
import { yearOf } from '@/domain/time'
import { openPage, openTab } from '@/platform/navigation'
import { usePullDown } from '@/platform/pull-down'
import { valueOf } from '@/stores/loadable'
import { useRecord, type Summary } from '@/stores/record'
import { useSeries } from '@/stores/series'
import { useTelling } from '@/stores/telling'
import { Details } from './details'
import { Hero } from './hero'
import { Milestones } from './milestones'
import { PictureSheet } from './picture-sheet'
import { PrintedRecord } from './printed-record'
import { Records } from './records'
import { Series } from './series'
import { Sums } from './sums'
import { Taking } from './taking'
import './index.scss'

/** Hours served by this person, year by year: a platform record. */
export default function ServiceRecord() {
  const telling = useTelling()
  const summary = useRecord((store) => store.summary)
  const refresh = useRecord((store) => store.refresh)
  const more = useRecord((store) => store.more)
  const show = useRecord((store) => store.show)
  const year = useRecord((store) => store.year)
  // The choice stands while a chosen year is fetched.
  const [years, setYears] = useState<number[]>([])
  const [open, setOpen] = useState<'details' | 'picture' | null>(null)
  const standing = useSeries((store) => valueOf(store.standing))
  const refreshSeries = useSeries((store) => store.refresh)
  useDidShow(() => void Promise.all([refresh(), refreshSeries()]))
  usePullDown(refresh)
  useReachBottom(() => void more())
  if (summary.phase === 'ready' && summary.value.years.join() !== years.join()) setYears(summary.value.years)
  const mark = leaveMark(standing?.leaves ?? [], telling.now)
  const chosen = String(year ?? yearOf(telling.now))

  const content = () => {
    if (summary.phase === 'loading') return <Loading rows={4} />
    if (summary.phase === 'failed') {
      return <Failure sentence={trouble(summary.error, telling)} onRetry={() => void refresh()} />
    }
    return (
      <>
        {summary.keptSince !== null ? (
          <Note icon="offline" words={app.offline(ago(summary.keptSince, telling))} />
        ) : null}
        <Hero summary={summary.value} />
        <Taking
          empty={summary.value.times === 0}
          offline={summary.keptSince !== null}
          telling={telling}
          onPicture={() => setOpen('picture')}
        />
        <View className="card record-menu">
          <MenuRow
            id="record-details"
            icon="edit"
            title={words.details}
            {...(summary.value.volunteerNumber === null ? { side: words.detailsNone } : {})}
            onPress={() => setOpen('details')}
          />
          <MenuRow
            id="record-leave"
            icon="calendar"
            title={seriesCopy.leave}
            {...(mark === null ? {} : { side: mark })}
            onPress={() => openPage('leave')}
          />
        </View>
        {summary.value.times === 0 ? (
          <NoService summary={summary.value} now={telling.now} />
        ) : (
          <>
            <Series series={standing?.series ?? []} />
            <Milestones summary={summary.value} telling={telling} />
            <Sums summary={summary.value} />
            <Records telling={telling} />
          </>
        )}
      </>
    )
  }
  return (
    <Screen id="record" elder={telling.elder}>
      {years.length > 1 ? (
        <Chips
          scroll
          label={words.whichYear}
          options={years.map((it) => ({ value: String(it), label: words.year(it) }))}
          chosen={chosen}
          onChoose={(it) => void show(Number(it))}
        />
      ) : null}
      {content()}
      <PrintedRecord telling={telling} />
      {open === 'details' && summary.phase === 'ready' ? (
        <Details summary={summary.value} telling={telling} onClose={() => setOpen(null)} />
      ) : null}
      {open === 'picture' && summary.phase === 'ready' ? (
        <PictureSheet summary={summary.value} onClose={() => setOpen(null)} />
      ) : null}
    </Screen>
  )
}

function NoService({ summary, now }: { summary: Summary; now: number }) {
  const { year } = summary
  return year === yearOf(now) ? (
    <Empty sentence={words.emptyNow} action={{ label: words.toHome, onPress: () => openTab('home') }} />
  ) : (
    <Empty sentence={words.emptyThen(year)} />
  )
}
