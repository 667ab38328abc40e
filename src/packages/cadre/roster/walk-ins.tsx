import { View } from '@tarojs/components'
import { Button } from '@/components/button/button'
import { Stepper } from '@/components/stepper/stepper'
import { MOST_WALK_INS } from '@/contract/record-walk-ins'
import type { Roster } from '@/contract/get-roster'
import { roster as words } from '@/copy/roster'
import type { RosterPhase } from '@/domain/roster-phase'
import { useRoster } from '@/stores/roster'

/** Who came without being registered: a number, noted while the books are open. */
export function WalkIns({ roster, phase }: { roster: Roster; phase: RosterPhase }) {
  const counted = useRoster((store) => store.walkIns)
  const count = useRoster((store) => store.countWalkIns)
  const note = useRoster((store) => store.noteWalkIns)
  if (phase === 'before') return null
  if (phase === 'closed') {
    return roster.walkIns > 0 ? (
      <View className="small soft numbers">{words.walkInsClosed(roster.walkIns)}</View>
    ) : null
  }
  return (
    <View className="card stack">
      <Stepper
        id="walk-ins"
        label={words.walkIns}
        hint={words.walkInsHint}
        unit={words.people}
        value={counted ?? roster.walkIns}
        min={0}
        max={MOST_WALK_INS}
        onChange={count}
      />
      {counted === null || counted === roster.walkIns ? null : (
        <Button id="note-walk-ins" tone="quiet" fit="slim" onPress={() => void note()}>
          {words.recordWalkIns(counted)}
        </Button>
      )}
    </View>
  )
}
