import { useDidShow, useReachBottom } from '@tarojs/taro'
import { Chips } from '@/components/choice/chips'
import { More } from '@/components/more/more'
import { Screen } from '@/components/screen/screen'
import { Failure } from '@/components/state/failure'
import { Loading } from '@/components/state/loading'
import { Note } from '@/components/state/note'
import { app } from '@/copy/app'
import { ago } from '@/copy/date'
import { outcomeWords } from '@/copy/outcome'
import { schedule as words } from '@/copy/schedule'
import { trouble } from '@/copy/trouble'
import { IntentionNotes } from '@/pages/intention-notes'
import { PersonaSwitch } from '@/pages/persona-switch/persona-switch'
import { usePullDown } from '@/platform/pull-down'
import { useSchedule } from '@/stores/schedule'
import { useTelling } from '@/stores/telling'
import { ScheduleList } from './schedule-list'

export default function Schedule() {
  const telling = useTelling()
  const which = useSchedule((store) => store.which)
  const shown = useSchedule((store) => store[store.which])
  const outcome = useSchedule((store) => store.outcome)
  const show = useSchedule((store) => store.show)
  const refresh = useSchedule((store) => store.refresh)
  const more = useSchedule((store) => store.more)
  const nextPage = useSchedule((store) => store.nextPage)
  useDidShow(() => void refresh())
  usePullDown(refresh)
  useReachBottom(() => void more())
  return (
    <Screen id="schedule" elder={telling.elder}>
      <Chips
        options={[
          { value: 'upcoming', label: words.upcoming },
          { value: 'past', label: words.past },
        ]}
        chosen={which}
        onChoose={show}
      />
      <IntentionNotes telling={telling} />
      {outcome ? (
        <Note
          words={outcomeWords(outcome, telling)}
          tone={outcome.is === 'failed' ? 'stop' : 'go'}
          className={outcome.is === 'failed' ? 'refusal' : ''}
        />
      ) : null}
      {shown.phase === 'loading' ? (
        <Loading />
      ) : shown.phase === 'failed' ? (
        <Failure sentence={trouble(shown.error, telling)} onRetry={() => void refresh()} />
      ) : (
        <>
          {shown.keptSince !== null ? (
            <Note icon="offline" words={app.offline(ago(shown.keptSince, telling))} />
          ) : null}
          <ScheduleList shown={shown.value} telling={telling} />
          <More cursor={shown.value.nextCursor} page={nextPage} onPress={() => void more()} />
        </>
      )}
      <PersonaSwitch telling={telling} />
    </Screen>
  )
}
