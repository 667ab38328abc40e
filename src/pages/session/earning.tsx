import { Text, View } from '@tarojs/components'
import { Press } from '@/components/press/press'
import { Section } from '@/components/section/section'
import type { SessionView, SlotView } from '@/contract/session-view'
import { moment, type Telling } from '@/copy/date'
import { earning as words } from '@/copy/earning'
import { missingPoints } from '@/domain/earning'
import type { Standing } from '@/domain/standing'
import { openPage } from '@/platform/navigation'

interface EarningProps {
  view: SessionView
  slot: SlotView
  standing: Standing
  telling: Telling
}

/** Where only points are missing: the posts whose points would come before it opens to all. */
export function Earning({ view, slot, standing, telling }: EarningProps) {
  const missing = 'refusal' in standing ? missingPoints(standing.refusal) : null
  if (missing === null || slot.earning.length === 0) return null
  return (
    <View className="stack" id="earning">
      <Section title={words.title} />
      <View className="card session-earning">
        {slot.earning.map(({ session, slotId, slotTitle, points, free }) => (
          <Press
            key={slotId}
            className="item"
            dataId={session.id}
            onPress={() => openPage('session', { c: view.community.id, s: session.id })}
          >
            <View className="grow">
              <View className="one-line">{session.title}</View>
              <View className="small soft numbers">
                {moment(session.startsAt, telling)} · {words.free(slotTitle, free)}
              </View>
              <View className="small in-points">{words.brings(points, missing)}</View>
            </View>
            <Text className="chip points">{words.points(points)}</Text>
          </Press>
        ))}
      </View>
    </View>
  )
}
