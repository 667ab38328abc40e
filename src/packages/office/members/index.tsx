import { View } from '@tarojs/components'
import { useDidShow, useReachBottom } from '@tarojs/taro'
import { Chips } from '@/components/choice/chips'
import { Field } from '@/components/field/field'
import { LongList } from '@/components/long-list/long-list'
import { More } from '@/components/more/more'
import { Section } from '@/components/section/section'
import { Empty } from '@/components/state/empty'
import { Failure } from '@/components/state/failure'
import { Loading } from '@/components/state/loading'
import { Note } from '@/components/state/note'
import { doneWords, members as words } from '@/copy/members'
import { trouble } from '@/copy/trouble'
import { watchNearness } from '@/platform/nearness'
import { usePullDown } from '@/platform/pull-down'
import { isForbidden } from '@/stores/loadable'
import { groupDoors, useMembers, type WhichMembers } from '@/stores/members'
import { useTelling } from '@/stores/telling'
import { CadreOnly } from '@/packages/cadre/cadre-only/cadre-only'
import { DoorCard } from './door-card'
import { MemberLine } from './member-line'
import './index.scss'

const WHICH: WhichMembers[] = ['unconfirmed', 'confirmed']

/** Those who say they live here, door by door: a cadre looks, and confirms. And those who are confirmed, by name. */
export default function Members() {
  const telling = useTelling()
  const which = useMembers((store) => store.which)
  const unconfirmed = useMembers((store) => store.unconfirmed)
  const confirmed = useMembers((store) => store.confirmed)
  const name = useMembers((store) => store.name)
  const done = useMembers((store) => store.done)
  const error = useMembers((store) => store.error)
  const nextPage = useMembers((store) => store.nextPage)
  const show = useMembers((store) => store.show)
  const search = useMembers((store) => store.search)
  const refresh = useMembers((store) => store.refresh)
  const more = useMembers((store) => store.more)
  useDidShow(() => void refresh())
  usePullDown(refresh)
  useReachBottom(() => void more())

  const shown = which === 'unconfirmed' ? unconfirmed : confirmed
  const list = () => {
    if (shown.phase === 'loading') return <Loading rows={4} />
    if (shown.phase === 'failed') {
      return <Failure sentence={trouble(shown.error, telling)} onRetry={() => void refresh()} />
    }
    const { nextCursor } = shown.value
    return (
      <View className="stack">
        {'doors' in shown.value ? <Doors /> : <Confirmed />}
        <More cursor={nextCursor} page={nextPage} onPress={() => void more()} />
      </View>
    )
  }
  return (
    <CadreOnly id="members" refused={isForbidden(shown)}>
      <Chips
        options={WHICH.map((value) => ({ value, label: words[value] }))}
        chosen={which}
        onChoose={show}
      />
      {which === 'unconfirmed' ? (
        <View className="small soft">{words.hint}</View>
      ) : (
        <Field
          id="member-search"
          label={words.search}
          value={name}
          maxLength={20}
          placeholder={words.searchPlaceholder}
          onChange={search}
        />
      )}
      {done ? <Note tone="go" icon="check" words={doneWords(done)} /> : null}
      {error ? <Note tone="stop" icon="warning" words={trouble(error, telling)} /> : null}
      {list()}
    </CadreOnly>
  )
}

function Doors() {
  const telling = useTelling()
  const unconfirmed = useMembers((store) => store.unconfirmed)
  const doors = unconfirmed.phase === 'ready' ? unconfirmed.value.doors : []
  if (doors.length === 0) return <Empty sentence={words.emptyUnconfirmed} />
  return (
    <>
      {groupDoors(doors).map(({ gridName, doors }) => (
        <View key={gridName} className="stack">
          <Section title={gridName || words.noGrid} />
          <LongList
            rows={doors}
            row={(door) => <DoorCard key={door.households[0]?.id} door={door} telling={telling} />}
            watch={watchNearness}
            spaced
          />
        </View>
      ))}
    </>
  )
}

function Confirmed() {
  const telling = useTelling()
  const confirmed = useMembers((store) => store.confirmed)
  const name = useMembers((store) => store.name)
  const residents = confirmed.phase === 'ready' ? confirmed.value.residents : []
  if (residents.length === 0) {
    return <Empty sentence={name.trim() ? words.emptySearch(name.trim()) : words.emptyConfirmed} />
  }
  return (
    <View className="card members-list">
      <LongList
        rows={residents}
        row={(it) => <MemberLine key={it.id} resident={it} telling={telling} />}
        watch={watchNearness}
      />
    </View>
  )
}
