import { Text, View } from '@tarojs/components'
import { useCallback, useState } from 'react'
import { Note } from '@/components/state/note'
import { Press } from '@/components/press/press'
import type { Telling } from '@/copy/date'
import { roster as words } from '@/copy/roster'
import { trouble } from '@/copy/trouble'
import { CODE_STEP } from '@/domain/check-in-code'
import { useKeepAwake } from '@/platform/keep-awake'
import { useCheckInCode, useRotatingCode } from '@/stores/check-in-code'
import { useRoster } from '@/stores/roster'

interface CodeCardProps {
  at: { communityId: string; sessionId: string }
  telling: Telling
}

/** Six digits to be read from two metres, or aloud; the list is read again with each of them. */
export function CodeCard({ at, telling }: CodeCardProps) {
  const shown = useCheckInCode((store) => store.shown)
  const error = useCheckInCode((store) => store.error)
  const refresh = useRoster((store) => store.refresh)
  const renewed = useCallback(() => void refresh(), [refresh])
  const left = useRotatingCode(at, renewed)
  useKeepAwake()
  const [large, setLarge] = useState(false)
  const code = shown?.sessionId === at.sessionId ? shown.code : null

  if (code === null) {
    return error ? (
      <Note tone="stop" icon="warning" words={trouble(error, telling)} />
    ) : (
      <View className="skeleton tall" />
    )
  }
  return (
    <Press
      className={large ? 'check-in-code large' : 'check-in-code'}
      label={words.codeRead(code)}
      onPress={() => setLarge(!large)}
    >
      <View className="small">{words.codeHint}</View>
      <View id="check-in-code" className="check-in-digits numbers">
        <Text>{code.slice(0, 3)}</Text>
        <Text className="check-in-gap">{code.slice(3)}</Text>
      </View>
      <View className="meter check-in-meter" aria-hidden>
        <View className="meter-fill" style={{ width: `${Math.round(((left * 1000) / CODE_STEP) * 100)}%` }} />
      </View>
      <View className="small numbers">
        {words.codeChanges(left)} · {large ? words.codeSmall : words.codeLarge}
      </View>
    </Press>
  )
}
