import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Note } from '@/components/state/note'
import { Press } from '@/components/press/press'
import type { Telling } from '@/copy/date'
import { roster as words } from '@/copy/roster'
import { trouble } from '@/copy/trouble'
import { CODE_STEP } from '@/domain/check-in-code'
import { useKeepAwake } from '@/platform/keep-awake'
import { pathOf } from '@/platform/navigation'
import { linkOf } from '@/platform/share'
import { useCheckInCode, useRotatingCode } from '@/stores/check-in-code'
import { QrCode } from './qr-code'

interface CodeCardProps {
  at: { communityId: string; sessionId: string }
  telling: Telling
  /** with each new number */
  onChange(): void
}

/** Six digits to be read from two metres, or aloud, and a QR code that holds them; both go on without a network. */
export function CodeCard({ at, telling, onChange }: CodeCardProps) {
  const error = useCheckInCode((store) => store.error)
  const shown = useRotatingCode(at, onChange)
  useKeepAwake()
  const [large, setLarge] = useState(false)
  if (shown === null) {
    return error ? (
      <Note tone="stop" icon="warning" words={trouble(error, telling)} />
    ) : (
      <View className="skeleton tall" />
    )
  }
  const { code, left } = shown
  const path = pathOf('checkIn', { c: at.communityId, s: at.sessionId, n: code })
  return (
    <Press
      className={large ? 'check-in-code large' : 'check-in-code'}
      label={words.codeRead(code)}
      onPress={() => setLarge(!large)}
    >
      <View className="check-in-both" aria-hidden>
        <QrCode text={linkOf(path) ?? path} label={words.qr} />
        <View className="check-in-side">
          <View className="small">{words.codeHint}</View>
          <View id="check-in-code" className="check-in-digits numbers">
            <Text>{code.slice(0, 3)}</Text>
            <Text className="check-in-gap">{code.slice(3)}</Text>
          </View>
        </View>
      </View>
      <View className="meter check-in-meter" aria-hidden>
        <View className="meter-fill" style={{ width: `${Math.round(((left * 1000) / CODE_STEP) * 100)}%` }} />
      </View>
      <View className="small numbers" aria-hidden>
        {words.codeChanges(left)} · {large ? words.codeSmall : words.codeLarge}
      </View>
    </Press>
  )
}
