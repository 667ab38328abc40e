import { Text, View } from '@tarojs/components'
import { useDidShow } from '@tarojs/taro'
import { useState } from 'react'
import { Button } from '@/components/button/button'
import { Icon } from '@/components/icon/icon'
import { Screen } from '@/components/screen/screen'
import { Empty } from '@/components/state/empty'
import { Note } from '@/components/state/note'
import { checkIn as words } from '@/copy/check-in'
import { clock } from '@/copy/date'
import { session } from '@/copy/session'
import { trouble } from '@/copy/trouble'
import { readSessionLink } from '@/domain/link'
import { useQuery } from '@/platform/entry'
import { goBack, openTab } from '@/platform/navigation'
import { useCheckIn } from '@/stores/check-in'
import { useTelling } from '@/stores/telling'
import { Keys } from './keys'
import './index.scss'

const DIGITS = 6

/** Presence by the number on the leader's screen, read aloud if need be: six digits, then it is sent by itself. */
export default function CheckIn() {
  const telling = useTelling()
  const link = readSessionLink(useQuery('packages/resident/check-in/index'))
  const { pending, checkedInAt, error, begin, checkIn } = useCheckIn()
  const [code, setCode] = useState('')
  useDidShow(begin)

  const send = async (whole: string) => {
    if (!link) return
    await checkIn(link.communityId, link.sessionId, whole)
    setCode('')
  }
  const type = (digit: string) => {
    if (pending || code.length >= DIGITS) return
    const next = code + digit
    setCode(next)
    if (next.length === DIGITS) void send(next)
  }
  if (!link) {
    const toHome = { label: session.toHome, onPress: () => openTab('home') }
    return (
      <Screen id="check-in" elder={telling.elder}>
        <Empty sentence={session.missingLink} action={toHome} />
      </Screen>
    )
  }
  if (checkedInAt !== null) {
    return (
      <Screen id="check-in" elder={telling.elder}>
        <View className="empty check-in-done">
          <View className="check-in-mark">
            <Icon name="check" size="large" />
          </View>
          <View className="title">{words.done}</View>
          <Text>{words.doneAt(clock(checkedInAt, telling.elder))}</Text>
          <Button tone="go" onPress={goBack}>
            {words.back}
          </Button>
        </View>
      </Screen>
    )
  }
  return (
    <Screen id="check-in" elder={telling.elder}>
      <View className="title middle">{words.prompt}</View>
      <View className="digits" aria-label={words.entered(code.length)}>
        {Array.from({ length: DIGITS }, (_, index) => (
          <View key={index} className={index < code.length ? 'digit hero on' : 'digit hero'}>
            {code[index] ?? ''}
          </View>
        ))}
      </View>
      {error ? <Note tone="stop" className="refusal" words={trouble(error, telling)} /> : null}
      <Keys
        off={pending}
        onDigit={type}
        onRemove={() => setCode(code.slice(0, -1))}
        onClear={() => setCode('')}
      />
      <View className="small soft middle">{words.hint}</View>
    </Screen>
  )
}
