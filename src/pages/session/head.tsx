import { Text, View } from '@tarojs/components'
import { Cover } from '@/components/cover/cover'
import { Icon } from '@/components/icon/icon'
import type { SessionView } from '@/contract/session-view'
import { ACTIVITY_WORDS } from '@/copy/activity'
import { period, type Telling } from '@/copy/date'

/** What, when and where. */
export function Head({ view, telling }: { view: SessionView; telling: Telling }) {
  const { activity, session } = view
  return (
    <>
      <View className="session-cover">
        <Cover name={activity.cover} />
        <View className="chip session-kind">{ACTIVITY_WORDS[activity.kind].name}</View>
      </View>
      <View className="stack session-head">
        <View className="title">{session.title}</View>
        <View className="session-fact numbers strong">
          <Icon name="clock" size="small" />
          <Text className="grow">{period(session.startsAt, session.endsAt, telling)}</Text>
        </View>
        <View className="session-fact soft">
          <Icon name="place" size="small" />
          <Text className="grow">
            {session.place} · {view.community.name}
          </Text>
        </View>
      </View>
    </>
  )
}
