import { useDidShow } from '@tarojs/taro'
import { Chips } from '@/components/choice/chips'
import { Failure } from '@/components/state/failure'
import { Loading } from '@/components/state/loading'
import { Note } from '@/components/state/note'
import { app } from '@/copy/app'
import { ago } from '@/copy/date'
import { holiday as words } from '@/copy/holiday'
import { trouble } from '@/copy/trouble'
import { usePullDown } from '@/platform/pull-down'
import { offeredYears, useHolidays } from '@/stores/holidays'
import { isForbidden } from '@/stores/loadable'
import { useTelling } from '@/stores/telling'
import { CadreOnly } from '@/packages/cadre/cadre-only/cadre-only'
import { YearTable } from './year-table'
import './index.scss'

/** Days off and make-up workdays, by year; an admin keeps them. */
export default function Holidays() {
  const telling = useTelling()
  const years = useHolidays((store) => store.years)
  const year = useHolidays((store) => store.year)
  const show = useHolidays((store) => store.show)
  const refresh = useHolidays((store) => store.refresh)
  useDidShow(() => void refresh())
  usePullDown(refresh)

  const content = () => {
    if (years.phase === 'loading') return <Loading rows={4} />
    if (years.phase === 'failed')
      return <Failure sentence={trouble(years.error, telling)} onRetry={() => void refresh()} />
    const known = years.value.map((it) => it.year)
    return (
      <>
        <Chips
          label={words.open}
          options={offeredYears(years).map((it) => ({
            value: String(it),
            label: known.includes(it) ? words.year(it) : words.yearUnknown(it),
          }))}
          chosen={String(year)}
          onChoose={(it) => show(Number(it))}
        />
        {years.keptSince !== null ? (
          <Note icon="offline" words={app.offline(ago(years.keptSince, telling))} />
        ) : null}
        <YearTable known={known.includes(year)} telling={telling} />
      </>
    )
  }
  return (
    <CadreOnly id="holidays" refused={isForbidden(years)}>
      {content()}
    </CadreOnly>
  )
}
