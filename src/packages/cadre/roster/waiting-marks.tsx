import { Text, View } from '@tarojs/components'
import { Button } from '@/components/button/button'
import { Icon } from '@/components/icon/icon'
import type { Roster } from '@/contract/get-roster'
import type { Telling } from '@/copy/date'
import { markWords, roster as words } from '@/copy/roster'
import { trouble } from '@/copy/trouble'
import { useMarks, type Mark } from '@/stores/marks'
import { rowsOf } from '@/stores/roster'

interface WaitingMarksProps {
  roster: Roster
  telling: Telling
  onSend(): void
}

/** What was noted without a network and is still here; and what the server would not have, to be put away. */
export function WaitingMarks({ roster, telling, onSend }: WaitingMarksProps) {
  const marks = useMarks((store) => store.marks)
  const drop = useMarks((store) => store.drop)
  const here = marks.filter((mark) => mark.sessionId === roster.session.id)
  const waiting = here.filter((mark) => mark.refused === null).length
  const nameOf = ({ act }: Mark) =>
    'attendeeId' in act
      ? (rowsOf(roster).find((row) => row.attendeeId === act.attendeeId)?.name ?? act.attendeeId.slice(-4))
      : ''
  return (
    <>
      {waiting > 0 ? (
        <View className="notice wait" id="waiting-marks" aria-live="polite">
          <Icon name="offline" size="small" />
          <Text className="grow">{words.waiting(waiting)}</Text>
          <Button tone="quiet" fit="slim" onPress={onSend}>
            {words.sendNow}
          </Button>
        </View>
      ) : null}
      {here.map((mark) =>
        mark.refused === null ? null : (
          <View key={mark.requestId} className="notice stop refused-mark">
            <Icon name="warning" size="small" />
            <Text className="grow">
              {words.refusedMark(markWords(mark.act.is, nameOf(mark)), trouble(mark.refused, telling))}
            </Text>
            <Button tone="quiet" fit="slim" onPress={() => drop(mark.requestId)}>
              {words.drop}
            </Button>
          </View>
        ),
      )}
    </>
  )
}
