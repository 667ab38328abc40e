import { Text, View } from '@tarojs/components'
import { Cover } from '@/components/cover/cover'
import { Icon } from '@/components/icon/icon'
import { ACTIVITY_WORDS } from '@/copy/activity'
import { period, type Telling } from '@/copy/date'
import type { ActivityKind } from '@/domain/activity'
import { coverOf, type Cover as CoverName } from '@/domain/cover'
import type { Instant } from '@/domain/time'

interface HeadProps {
  /** `cover` left out: that of its kind */
  activity: { kind: ActivityKind; cover?: CoverName }
  session: { title: string; startsAt: Instant; endsAt: Instant }
  place: string
  telling: Telling
}

/** What, when and where. */
export function Head({ activity, session, place, telling }: HeadProps) {
  return (
    <>
      <View className="session-cover">
        <Cover name={coverOf(activity)} />
        <View className="chip session-kind">{ACTIVITY_WORDS[activity.kind].name}</View>
      </View>
      <View className="stack session-head">
        <View className="title">{session.title}</View>
        <View className="session-fact numbers strong">
          <Icon name="clock" size="small" />
          <Text className="grow">{period(session.startsAt, session.endsAt, telling)}</Text>
        </View>
        {place ? (
          <View className="session-fact soft">
            <Icon name="place" size="small" />
            <Text className="grow">{place}</Text>
          </View>
        ) : null}
      </View>
    </>
  )
}
