import { Text, View } from '@tarojs/components'
import { Button } from '@/components/button/button'
import { Stepper } from '@/components/stepper/stepper'
import type { Roster } from '@/contract/get-roster'
import { roster as words } from '@/copy/roster'
import { figuresOf } from '@/stores/marked-roster'
import { useMarks, type Mark } from '@/stores/marks'
import { closingOf, headsListed, rowsOf, useRoster } from '@/stores/roster'

const MOST_HEADS = 100_000

const closes = ({ act, refused, sessionId }: Mark, { session }: Roster) =>
  act.is === 'confirm' && refused === null && sessionId === session.id

/** The head count, and the one tap that closes the books. */
export function ClosingBar({ roster }: { roster: Roster }) {
  const struck = useRoster((store) => store.struck)
  const headCount = useRoster((store) => store.headCount)
  const pending = useRoster((store) => store.pending)
  const count = useRoster((store) => store.count)
  const confirm = useRoster((store) => store.confirm)
  const { present, absent, own } = closingOf(roster, struck)
  const { planned, checkedIn, absent: missing } = figuresOf(roster, struck)
  const listed = headsListed(roster, struck)
  const walkIns = useRoster((store) => store.walkIns) ?? roster.walkIns
  const closesLater = useMarks((store) => store.marks.some((mark) => closes(mark, roster)))
  const changed = rowsOf(roster).filter((row) => row.decidedAnew && !row.ownHousehold).length
  const onlyOwn = own.length > 0 && present.length + absent.length + changed === 0
  return (
    <View className="action-bar">
      {closesLater && pending === null ? (
        <Text className="small">{words.closesLater}</Text>
      ) : onlyOwn ? (
        <Text className="small">{words.onlyOwn}</Text>
      ) : (
        <>
          <View className="closing-figures" id="closing-figures">
            <Figure of={planned} label={words.planned} />
            <Figure of={checkedIn} label={words.checkedInFigure} />
            <Figure of={missing} label={words.absentFigure} />
          </View>
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
          {headCount !== null && headCount !== listed + walkIns ? (
            <Text className="small in-hands closing-count">
              {words.headCountDiffers(headCount, listed, walkIns)}
            </Text>
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

function Figure({ of, label }: { of: number; label: string }) {
  return (
    <View className="closing-figure">
      <View className="title numbers">{of}</View>
      <View className="small soft">{label}</View>
    </View>
  )
}
