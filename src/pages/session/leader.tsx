import { Text, View } from '@tarojs/components'
import { Button } from '@/components/button/button'
import { Icon } from '@/components/icon/icon'
import { Note } from '@/components/state/note'
import type { SessionView } from '@/contract/session-view'
import { leading as words } from '@/copy/leading'
import { team as teamWords } from '@/copy/team'
import { openPage } from '@/platform/navigation'

/** For whom it is, and who leads it: by team, else by a masked name. The leader goes on to the list from here. */
export function Leader({ view }: { view: SessionView }) {
  const { leader, forTeams, community, session } = view
  const named = leader?.team ? words.ofTeam(leader.team) : leader?.name ? words.named(leader.name) : null
  return (
    <>
      {forTeams.length > 0 ? <Note tone="wait" icon="people" words={teamWords.for(forTeams)} /> : null}
      {leader?.self ? (
        <View className="row between">
          <Text className="strong grow">{words.youLead}</Text>
          <Button
            id="to-roll-call"
            tone="go"
            fit="slim"
            onPress={() => openPage('roster', { c: community.id, s: session.id })}
          >
            {words.rollCall}
          </Button>
        </View>
      ) : named ? (
        <View className="session-fact soft">
          <Icon name="person" size="small" />
          <Text className="grow">{named}</Text>
        </View>
      ) : null}
    </>
  )
}
