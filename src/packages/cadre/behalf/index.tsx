import { Text, View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { Chips } from '@/components/choice/chips'
import { Empty } from '@/components/state/empty'
import { Failure } from '@/components/state/failure'
import { Loading } from '@/components/state/loading'
import { Note } from '@/components/state/note'
import type { Answer } from '@/contract/actions'
import { behalf as words } from '@/copy/behalf'
import { period, type Telling } from '@/copy/date'
import { trouble } from '@/copy/trouble'
import { readSessionLink } from '@/domain/link'
import { useQuery } from '@/platform/entry'
import { openPage } from '@/platform/navigation'
import { slotsFor, useBehalf } from '@/stores/behalf'
import { usePastedChain } from '@/stores/pasted-chain'
import { isForbidden } from '@/stores/loadable'
import { useTelling } from '@/stores/telling'
import { CadreOnly } from '../cadre-only/cadre-only'
import { OnePerson } from './one-person'
import { PastedChain } from './pasted-chain'
import './index.scss'

/** Booking for those who ask at the desk, on the telephone or in the chat. */
export default function Behalf() {
  const link = readSessionLink(useQuery('packages/cadre/behalf/index'))
  const c = link?.communityId
  const s = link?.sessionId
  const telling = useTelling()
  const at = useBehalf((store) => store.at)
  const session = useBehalf((store) => store.session)
  const open = useBehalf((store) => store.open)
  const refresh = useBehalf((store) => store.refresh)
  useEffect(() => {
    if (c && s) void open(c, s)
  }, [c, s, open])

  const content = () => {
    if (!c || !s) {
      return (
        <Empty
          sentence={words.missingLink}
          action={{ label: words.toDesk, onPress: () => openPage('desk') }}
        />
      )
    }
    if (at?.sessionId !== s || session.phase === 'loading') return <Loading rows={4} />
    if (session.phase === 'failed') {
      return <Failure sentence={trouble(session.error, telling)} onRetry={() => void refresh()} />
    }
    return <Content view={session.value} telling={telling} />
  }
  return (
    <CadreOnly id="behalf" refused={isForbidden(session)}>
      {content()}
    </CadreOnly>
  )
}

type Way = 'one' | 'chain'
const WAYS: Way[] = ['one', 'chain']

function Content({ view, telling }: { view: Answer<'getSession'>; telling: Telling }) {
  const slotId = useBehalf((store) => store.slotId)
  const chooseSlot = useBehalf((store) => store.chooseSlot)
  const clear = usePastedChain((store) => store.clear)
  // Another slot has other rules: what was read of the chain is looked at anew.
  useEffect(() => clear(), [slotId, clear])
  const error = useBehalf((store) => store.error)
  const [way, setWay] = useState<Way>('one')
  const { session, activity } = view
  const slots = slotsFor(view)
  const slot = slots.find((it) => it.id === slotId)
  if (!slot) return <Empty sentence={words.onlyChildren} />
  return (
    <>
      <View className="stack off-print">
        <View className="title">{activity.title}</View>
        <View className="strong numbers">{period(session.startsAt, session.endsAt, telling)}</View>
        {slots.length > 1 ? (
          <Chips
            label={words.which}
            options={slots.map((it) => ({ value: it.id, label: it.title }))}
            chosen={slotId}
            onChoose={chooseSlot}
          />
        ) : null}
        <Text className="small soft numbers">
          {slot.title} · {words.left(Math.max(0, slot.terms.capacity - slot.places.held))}
        </Text>
        <Chips
          options={WAYS.map((value) => ({ value, label: words[value] }))}
          chosen={way}
          onChoose={(value: Way) => setWay(value)}
        />
        {error ? <Note tone="stop" icon="warning" words={trouble(error, telling)} /> : null}
      </View>
      {way === 'one' ? (
        <OnePerson view={view} slot={slot} telling={telling} />
      ) : (
        <PastedChain slot={slot} telling={telling} />
      )}
    </>
  )
}
