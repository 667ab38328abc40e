import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button/button'
import { Icon } from '@/components/icon/icon'
import { Note } from '@/components/state/note'
import { checkIn as words } from '@/copy/check-in'
import type { Telling } from '@/copy/date'
import { trouble } from '@/copy/trouble'
import { readScannedLink } from '@/domain/link'
import { scan, SCANS } from '@/platform/scan'
import { useCheckIn } from '@/stores/check-in'
import { Keys } from './keys'

const DIGITS = 6

/** The leader's number: scanned where the phone can, else six keys, and then it is sent by itself. */
export function NumberEntry({ sessionId, telling }: { sessionId: string; telling: Telling }) {
  const { asks, pending, error, free, send, takeFree } = useCheckIn()
  const [code, setCode] = useState('')
  const [notice, setNotice] = useState<string | null>(null)

  const submit = async (whole: string) => {
    setNotice(null)
    await send(whole)
    setCode('')
  }
  const type = (digit: string) => {
    if (pending || code.length >= DIGITS) return
    const next = code + digit
    setCode(next)
    if (next.length === DIGITS) void submit(next)
  }
  const read = async () => {
    const scanned = await scan()
    if (!scanned.ok) return setNotice(scanned.reason === 'cancelled' ? null : words[scanned.reason])
    const link = readScannedLink(scanned.text)
    if (!link) return setNotice(words.foreign)
    if (link.sessionId !== sessionId) return setNotice(words.elsewhere)
    if (link.number === undefined) return setNotice(words.numberless)
    await submit(link.number)
  }
  const said = notice ?? (error ? trouble(error, telling) : null)
  return (
    <>
      <View className="title middle">{asks === 'check_out' ? words.promptOut : words.prompt}</View>
      <View className="digits" aria-label={words.entered(code.length)}>
        {Array.from({ length: DIGITS }, (_, index) => (
          <View key={index} className={index < code.length ? 'digit hero on' : 'digit hero'}>
            {code[index] ?? ''}
          </View>
        ))}
      </View>
      {said ? <Note tone={free ? 'hands' : 'stop'} className="refusal" words={said} /> : null}
      {free ? (
        <Button id="take-free" tone="hands" fit="wide" busy={pending} onPress={() => void takeFree()}>
          {words.take[free.kind]}
        </Button>
      ) : null}
      {SCANS && !free ? (
        <Button id="scan" tone="go" fit="wide" busy={pending} onPress={() => void read()}>
          <Icon name="code" size="small" />
          {words.scan}
        </Button>
      ) : null}
      <Keys
        off={pending}
        onDigit={type}
        onRemove={() => setCode(code.slice(0, -1))}
        onClear={() => setCode('')}
      />
      <View className="small soft middle">{words.hint}</View>
    </>
  )
}
