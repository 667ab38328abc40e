import { View } from '@tarojs/components'
import { Button } from '@/components/button/button'
import { Icon } from '@/components/icon/icon'
import { Section } from '@/components/section/section'
import type { Roster } from '@/contract/get-roster'
import type { Telling } from '@/copy/date'
import { calleeWords, nameWords, roster as words } from '@/copy/roster'
import { useRoster } from '@/stores/roster'
import { CalleePhone } from './callee-phone'

/** Those who wait and have not read that a place is theirs: to be told by telephone, or at their door. */
export function ToCall({ toCall, telling }: { toCall: Roster['toCall']; telling: Telling }) {
  const pending = useRoster((store) => store.pending)
  const tell = useRoster((store) => store.markTold)
  if (toCall.length === 0) return null
  return (
    <View className="stack" id="to-call">
      <Section title={words.toCall} />
      <View className="small soft">{words.toCallHint}</View>
      <View className="card edge hands roster-card">
        {toCall.map((callee) => (
          <View key={callee.noticeId} className="item" data-id={callee.residentId}>
            <Icon name="phone" />
            <View className="grow">
              <View className="strong">{nameWords(callee.name, callee.residentId)}</View>
              <View className="small soft">{words.where(callee)}</View>
              <View className="small">{calleeWords(callee, telling)}</View>
              {callee.phone === null ? null : (
                <CalleePhone noticeId={callee.noticeId} masked={callee.phone} />
              )}
            </View>
            <Button
              tone="quiet"
              fit="slim"
              busy={pending === callee.noticeId}
              onPress={() => void tell(callee.noticeId)}
            >
              {words.told}
            </Button>
          </View>
        ))}
      </View>
    </View>
  )
}
