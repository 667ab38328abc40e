import { Text, View } from '@tarojs/components'
import { Button } from '@/components/button/button'
import { Icon } from '@/components/icon/icon'
import type { Telling } from '@/copy/date'
import { checkLines, draw as words } from '@/copy/draw'
import { trouble } from '@/copy/trouble'
import { useDraw, type PublicRecord } from '@/stores/draw'

interface VerifyProps {
  record: PublicRecord
  telling: Telling
}

/** The button that draws again on this phone, and what came out. */
export function Verify({ record, telling }: VerifyProps) {
  const check = useDraw((store) => store.check)
  const verifying = useDraw((store) => store.verifying)
  const error = useDraw((store) => store.error)
  const verify = useDraw((store) => store.verify)
  const lines = check ? checkLines(check, record.applications.length) : []
  const fine = lines.every((line) => line.ok)
  return (
    <View className={`card stack ${check ? `edge ${fine ? 'go' : 'hands'}` : ''}`}>
      {check ? (
        <View id="draw-check" aria-live="polite" data-ok={fine}>
          <View className={`row tight title ${fine ? 'in-go' : 'in-stop'}`}>
            <Icon name={fine ? 'check' : 'warning'} />
            <Text>{fine ? words.verified : words.notVerified}</Text>
          </View>
          {lines.map((line) => (
            <View key={line.words} className={`row tight ${line.ok ? '' : 'in-stop'}`}>
              <Icon name={line.ok ? 'check' : 'warning'} size="small" />
              <Text className="grow">{line.words}</Text>
            </View>
          ))}
          {fine ? null : <View className="small soft">{words.showSomebody}</View>}
        </View>
      ) : null}
      {error ? <View className="small in-stop">{trouble(error, telling)}</View> : null}
      <View className="small soft">{words.verifyHint}</View>
      <Button
        id="draw-verify"
        tone={check ? 'quiet' : 'go'}
        fit="wide"
        busy={verifying}
        onPress={() => void verify()}
      >
        <Icon name="shield" size="small" />
        <Text>{check ? words.verifyAgain : words.verify}</Text>
      </Button>
    </View>
  )
}
