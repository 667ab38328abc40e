import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button/button'
import { DayBox } from '@/components/pick-box/pick-box'
import type { Telling } from '@/copy/date'
import { daysOf, series as words } from '@/copy/series'
import { DAY, dayStart } from '@/domain/time'
import { useSeries, type Standing } from '@/stores/series'

interface TakeLeaveProps {
  standing: Standing
  telling: Telling
}

/** One leave is mostly enough: the days for another one come when asked for. */
export function TakeLeave(props: TakeLeaveProps) {
  const [more, setMore] = useState(props.standing.leaves.length === 0)
  return more ? (
    <Days {...props} />
  ) : (
    <Button id="more-leave" fit="wide" onPress={() => setMore(true)}>
      {words.more}
    </Button>
  )
}

/** A week from tomorrow, or from the end of the last leave, unless other days are picked. */
function Days({ standing, telling }: TakeLeaveProps) {
  const { now } = telling
  const { lastAt } = standing
  const pending = useSeries((store) => store.pending)
  const take = useSeries((store) => store.take)
  const offline = useSeries((store) => store.standing.phase === 'ready' && store.standing.keptSince !== null)
  const [picked, setPicked] = useState(() => {
    const after = standing.leaves.at(-1)?.lastAt ?? now
    const firstAt = Math.min(dayStart(after) + DAY, lastAt)
    return { firstAt, lastAt: Math.min(firstAt + 6 * DAY, lastAt) }
  })
  const days = daysOf(picked)
  const range: [number, number] = [now, lastAt]
  // The last day follows a first day that is picked behind it.
  const pickFirst = (firstAt: number) =>
    setPicked({ firstAt, lastAt: Math.min(lastAt, Math.max(firstAt, picked.lastAt)) })
  return (
    <View className="card stack">
      <View className="leave-days">
        <View className="field">
          <Text className="small soft">{words.from}</Text>
          <DayBox
            id="leave-first"
            label={words.from}
            at={picked.firstAt}
            now={now}
            range={range}
            onPick={pickFirst}
          />
        </View>
        <View className="field">
          <Text className="small soft">{words.until}</Text>
          <DayBox
            id="leave-last"
            label={words.until}
            at={picked.lastAt}
            now={now}
            range={range}
            wrong={days === 0}
            onPick={(at) => setPicked({ ...picked, lastAt: at })}
          />
        </View>
      </View>
      <Text className={`small ${days === 0 ? 'in-stop' : 'soft'}`}>
        {days === 0 ? words.backwards : words.most(lastAt, now)}
      </Text>
      <Button
        id="take-leave"
        tone="go"
        fit="wide"
        off={days === 0 || offline}
        busy={pending === 'setLeave'}
        onPress={() => void take(picked.firstAt, picked.lastAt)}
      >
        {words.take(days)}
      </Button>
    </View>
  )
}
