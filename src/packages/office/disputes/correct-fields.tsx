import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button/button'
import { Stepper } from '@/components/stepper/stepper'
import { Note } from '@/components/state/note'
import type { Telling } from '@/copy/date'
import { disputes as words } from '@/copy/disputes'
import { trouble } from '@/copy/trouble'
import { useDisputes, type DisputeAnswer, type DisputeCaseRow } from '@/stores/disputes'

interface CorrectFieldsProps {
  correctable: NonNullable<DisputeCaseRow['correctable']>
  telling: Telling
  onSend(answer: DisputeAnswer): void
}

const MINUTES_A_STEP = 5
const DAY_IN_MINUTES = 24 * 60

/** What the entry shall have brought or cost in all; of a service also its minutes. */
export function CorrectFields({ correctable, telling, onSend }: CorrectFieldsProps) {
  const pending = useDisputes((store) => store.pending !== null)
  const error = useDisputes((store) => store.error)
  const { kind } = correctable
  const [points, setPoints] = useState(correctable.points)
  const [minutes, setMinutes] = useState(correctable.minutes)
  const same = points === correctable.points && minutes === correctable.minutes
  return (
    <>
      <Stepper
        id="correct-points"
        label={words.pointsOf(kind)}
        hint={
          kind === 'booking'
            ? words.paidMost(correctable.most)
            : points >= correctable.most
              ? words.most(correctable.most)
              : words.pointsNow(correctable.points)
        }
        value={points}
        min={0}
        max={Math.max(correctable.most, correctable.points)}
        onChange={setPoints}
      />
      {minutes !== null && correctable.minutes !== null ? (
        <Stepper
          id="correct-minutes"
          label={words.minutes}
          hint={words.minutesNow(correctable.minutes)}
          value={minutes}
          min={0}
          max={DAY_IN_MINUTES}
          step={MINUTES_A_STEP}
          onChange={setMinutes}
        />
      ) : null}
      {error ? <Note tone="stop" icon="warning" words={trouble(error, telling)} /> : null}
      <Button
        id="answer-confirm"
        tone="go"
        fit="wide"
        off={same}
        busy={pending}
        onPress={() =>
          onSend({
            ...{ kind: 'correct', points },
            ...(minutes !== null && minutes !== correctable.minutes ? { minutes } : {}),
          })
        }
      >
        {words.correctTo(points, kind)}
      </Button>
      <View className="small soft">{words.correctHint}</View>
    </>
  )
}
