import { Text, View } from '@tarojs/components'
import { Button } from '@/components/button/button'
import { Stepper } from '@/components/stepper/stepper'
import type { Roster } from '@/contract/get-roster'
import { roster as words } from '@/copy/roster'
import { closingOf, headsListed, rowsOf, useRoster } from '@/stores/roster'

const MOST_HEADS = 100_000

/** The head count, and the one tap that closes the books. */
export function ClosingBar({ roster }: { roster: Roster }) {
  const struck = useRoster((store) => store.struck)
  const headCount = useRoster((store) => store.headCount)
  const pending = useRoster((store) => store.pending)
  const count = useRoster((store) => store.count)
  const confirm = useRoster((store) => store.confirm)
  const { present, absent, own } = closingOf(roster, struck)
  const listed = headsListed(roster, struck)
  const changed = rowsOf(roster).filter((row) => row.decidedAnew && !row.ownHousehold).length
  const onlyOwn = own.length > 0 && present.length + absent.length + changed === 0
  return (
    <View className="action-bar">
      {onlyOwn ? (
        <Text className="small">{words.onlyOwn}</Text>
      ) : (
        <>
          <View className="closing-count">
            <Stepper
              id="head-count"
              label={words.headCount}
              value={headCount}
              hint={words.headCountHint}
              min={0}
              max={MOST_HEADS}
              onChange={count}
            />
          </View>
          {headCount !== null && headCount !== listed ? (
            <Text className="small in-hands closing-count">{words.headCountDiffers(headCount, listed)}</Text>
          ) : null}
          <Button
            id="confirm-session"
            tone="go"
            fit="wide"
            off={headCount === null}
            busy={pending === 'confirm'}
            onPress={() => void confirm()}
          >
            {present.length + absent.length === 0 && roster.session.reopenedAt !== null
              ? words.closeAgain(changed)
              : words.confirm(present.length, absent.length)}
          </Button>
        </>
      )}
    </View>
  )
}
