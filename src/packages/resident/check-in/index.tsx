import { Text, View } from '@tarojs/components'
import { useDidShow } from '@tarojs/taro'
import { useCallback, useEffect, useState } from 'react'
import { Button } from '@/components/button/button'
import { Icon } from '@/components/icon/icon'
import { Screen } from '@/components/screen/screen'
import { Empty } from '@/components/state/empty'
import { checkIn as words } from '@/copy/check-in'
import { clock } from '@/copy/date'
import { session } from '@/copy/session'
import { readSessionLink } from '@/domain/link'
import { useQuery } from '@/platform/entry'
import { goBack, openTab } from '@/platform/navigation'
import { useCheckIn } from '@/stores/check-in'
import { useTelling } from '@/stores/telling'
import { NumberEntry } from './number-entry'
import './index.scss'

/** Presence by the number on the leader's screen: coming, leaving, and a free place for who had booked none. */
export default function CheckIn() {
  const telling = useTelling()
  const link = readSessionLink(useQuery('packages/resident/check-in/index'))
  const { session: about, asks, checkedInAt, checkedOutAt, open, send, leave, comeBack } = useCheckIn()
  const { communityId: c, sessionId: s, number } = link ?? {}
  const [used, setUsed] = useState<string | null>(null)
  const begin = useCallback(() => {
    if (c && s) void open(c, s, number)
  }, [c, s, number, open])
  useEffect(begin, [begin])
  useDidShow(() => {
    if (useCheckIn.getState().at?.sessionId !== s) begin()
  })

  // Who scanned the code again to leave need not type what it said.
  const out = () => {
    leave()
    if (number === undefined || used === number) return
    setUsed(number)
    void send(number)
  }
  const content = () => {
    if (!s) {
      const toHome = { label: session.toHome, onPress: () => openTab('home') }
      return <Empty sentence={session.missingLink} action={toHome} />
    }
    if (asks !== null || checkedInAt === null) {
      return (
        <>
          {about ? <View className="small soft middle one-line">{about.title}</View> : null}
          <NumberEntry sessionId={s} telling={telling} />
          {asks === 'check_out' ? (
            <Button tone="quiet" fit="wide" onPress={goBack}>
              {words.stay}
            </Button>
          ) : null}
        </>
      )
    }
    const gone = checkedOutAt !== null
    return (
      <View className="empty check-in-done">
        <View className="check-in-mark">
          <Icon name="check" size="large" />
        </View>
        <View className="title">{gone ? words.out : words.done}</View>
        <Text>
          {gone
            ? words.outAt(checkedOutAt, about?.endsAt ?? null, telling)
            : words.doneAt(clock(checkedInAt, telling.elder))}
        </Text>
        <Button tone="go" onPress={goBack}>
          {words.back}
        </Button>
        {gone ? null : <Text className="small soft">{words.leaveHint}</Text>}
        <Button id={gone ? 'come-back' : 'check-out'} tone="quiet" onPress={gone ? comeBack : out}>
          {gone ? words.returned : words.leave}
        </Button>
      </View>
    )
  }
  return (
    <Screen id="check-in" elder={telling.elder}>
      {content()}
    </Screen>
  )
}
