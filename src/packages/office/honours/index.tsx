import { Text, View } from '@tarojs/components'
import { useDidShow } from '@tarojs/taro'
import { Button } from '@/components/button/button'
import { Chips } from '@/components/choice/chips'
import { Icon } from '@/components/icon/icon'
import { Press } from '@/components/press/press'
import { Empty } from '@/components/state/empty'
import { Failure } from '@/components/state/failure'
import { Loading } from '@/components/state/loading'
import { Note } from '@/components/state/note'
import { app } from '@/copy/app'
import { ago } from '@/copy/date'
import { periodWords } from '@/copy/export'
import { fileWords } from '@/copy/file'
import { honours as words, ORDER_WORDS } from '@/copy/honours'
import { trouble } from '@/copy/trouble'
import { HONOUR_ORDERS, TEAM_HONOUR_ORDERS } from '@/domain/honours'
import { usePullDown } from '@/platform/pull-down'
import { periodOf, stepped, useHonours } from '@/stores/honours'
import { isForbidden } from '@/stores/loadable'
import { useTelling } from '@/stores/telling'
import { CadreOnly } from '@/packages/cadre/cadre-only/cadre-only'
import { HonourList } from './honour-list'
import { TeamList } from './team-list'
import './index.scss'

/** Who served most in a year or a month, for the commendation meeting. */
export default function Honours() {
  const telling = useTelling()
  const period = useHonours((store) => store.period)
  const of = useHonours((store) => store.of)
  const order = useHonours((store) => store.order)
  const teamOrder = useHonours((store) => store.teamOrder)
  const people = useHonours((store) => store.honours)
  const teams = useHonours((store) => store.teams)
  const honours = of === 'people' ? people : teams
  const taking = useHonours((store) => store.taking)
  const taken = useHonours((store) => store.taken)
  const open = useHonours((store) => store.open)
  const choose = useHonours((store) => store.choose)
  const refresh = useHonours((store) => store.refresh)
  const take = useHonours((store) => store.take)
  useDidShow(() => void open())
  usePullDown(refresh)
  const wrong = taken ? fileWords(taken, telling) : null

  const step = (by: 1 | -1) => {
    const next = stepped(period, by, telling.now)
    return (
      <Press
        className={next ? 'honours-step' : 'honours-step off'}
        label={by < 0 ? words.earlier : words.later}
        onPress={() => {
          if (next) void choose({ period: next })
        }}
      >
        <Icon name={by < 0 ? 'back' : 'next'} size="small" />
      </Press>
    )
  }
  const list = () => {
    if (honours.phase === 'loading') return <Loading rows={4} />
    if (honours.phase === 'failed') {
      return <Failure sentence={trouble(honours.error, telling)} onRetry={() => void refresh()} />
    }
    return (
      <>
        {honours.keptSince !== null ? (
          <Note icon="offline" words={app.offline(ago(honours.keptSince, telling))} />
        ) : null}
        {'teams' in honours.value ? (
          honours.value.teams.length === 0 ? (
            <Empty sentence={words.teamEmpty} />
          ) : (
            <TeamList teams={honours.value.teams} order={teamOrder} />
          )
        ) : honours.value.people === 0 ? (
          <Empty sentence={words.empty} />
        ) : (
          <HonourList honours={honours.value} order={order} />
        )}
        <View className="stack">
          <Button
            id="honours-take"
            tone="done"
            fit="wide"
            off={honours.keptSince !== null}
            busy={taking}
            onPress={() => void take()}
          >
            <Icon name="list" size="small" />
            {words.take}
          </Button>
          <View className="small soft">{words.takeHint}</View>
          {wrong ? <Note tone="stop" icon="warning" words={wrong} /> : null}
        </View>
      </>
    )
  }
  return (
    <CadreOnly id="honours" refused={isForbidden(honours)}>
      <Chips
        options={[
          { value: 'year', label: words.yearly },
          { value: 'month', label: words.monthly },
        ]}
        chosen={period.month === null ? 'year' : 'month'}
        onChoose={(it) => void choose({ period: periodOf(telling.now, it === 'month') })}
      />
      <View className="row between">
        {step(-1)}
        <Text id="honours-period" className="title numbers">
          {periodWords(period)}
        </Text>
        {step(1)}
      </View>
      <Chips
        label={words.whose}
        options={[
          { value: 'people', label: words.people },
          { value: 'teams', label: words.teams },
        ]}
        chosen={of}
        onChoose={(value) => void choose({ of: value })}
      />
      {of === 'people' ? (
        <Chips
          label={words.order}
          options={HONOUR_ORDERS.map((value) => ({ value, label: ORDER_WORDS[value] }))}
          chosen={order}
          onChoose={(value) => void choose({ order: value })}
        />
      ) : (
        <Chips
          label={words.order}
          options={TEAM_HONOUR_ORDERS.map((value) => ({ value, label: ORDER_WORDS[value] }))}
          chosen={teamOrder}
          onChoose={(value) => void choose({ teamOrder: value })}
        />
      )}
      {list()}
    </CadreOnly>
  )
}
