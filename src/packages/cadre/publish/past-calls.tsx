import { Text, View } from '@tarojs/components'
import { Cover } from '@/components/cover/cover'
import { LongList } from '@/components/long-list/long-list'
import { More } from '@/components/more/more'
import { Press } from '@/components/press/press'
import { Empty } from '@/components/state/empty'
import { Failure } from '@/components/state/failure'
import { Loading } from '@/components/state/loading'
import { Note } from '@/components/state/note'
import type { PastCall } from '@/contract/list-past-calls'
import type { Telling } from '@/copy/date'
import { publish as words } from '@/copy/publish'
import { trouble } from '@/copy/trouble'
import { watchNearness } from '@/platform/nearness'
import { usePastCalls } from '@/stores/past-calls'
import { usePublish } from '@/stores/publish'

/** What the community has published before, whoever did it: a tap takes its texts and places over. */
export function PastCalls({ telling }: { telling: Telling }) {
  const calls = usePastCalls((store) => store.calls)
  const nextPage = usePastCalls((store) => store.nextPage)
  const error = usePastCalls((store) => store.error)
  const more = usePastCalls((store) => store.more)
  const show = usePastCalls((store) => store.show)
  const refresh = usePastCalls((store) => store.refresh)
  const take = usePastCalls((store) => store.take)
  const goOnWith = usePublish((store) => store.goOnWith)
  const choose = async (id: string) => {
    const form = await take(id)
    if (!form) return
    show(false)
    goOnWith(form)
  }
  const list = () => {
    if (calls.phase === 'loading') return <Loading rows={4} />
    if (calls.phase === 'failed')
      return <Failure sentence={trouble(calls.error, telling)} onRetry={() => void refresh()} />
    if (calls.value.calls.length === 0)
      return (
        <Empty sentence={words.pastEmpty} action={{ label: words.toTemplates, onPress: () => show(false) }} />
      )
    return (
      <View className="stack">
        <LongList
          rows={calls.value.calls}
          row={(call) => (
            <PastCallRow key={call.id} call={call} telling={telling} onPress={() => void choose(call.id)} />
          )}
          watch={watchNearness}
          spaced
        />
        <More cursor={calls.value.nextCursor} page={nextPage} onPress={() => void more()} />
      </View>
    )
  }
  return (
    <>
      <View className="row between form-title">
        <Text className="title">{words.pastTitle}</Text>
        <Press id="publish-templates" className="small in-go" onPress={() => show(false)}>
          <Text>{words.toTemplates}</Text>
        </Press>
      </View>
      <View className="small soft">{words.pastHint}</View>
      {error ? <Note tone="stop" icon="warning" words={trouble(error, telling)} /> : null}
      {list()}
    </>
  )
}

interface PastCallRowProps {
  call: PastCall
  telling: Telling
  onPress(): void
}

function PastCallRow({ call, telling, onPress }: PastCallRowProps) {
  return (
    <Press className="card row template past-call" dataId={call.id} onPress={onPress}>
      <Cover name={call.cover} shape="thumb" />
      <View className="grow stack template-words">
        <Text className="strong one-line">{call.title}</Text>
        <Text className="small soft numbers one-line">
          {words.pastWhen(call.firstAt, call.sessions, telling)} · {call.place}
        </Text>
        <Text className="small soft one-line">
          {call.slots.map((slot) => `${slot.title} ${slot.capacity}`).join(' · ')}
        </Text>
      </View>
    </Press>
  )
}
