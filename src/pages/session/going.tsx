import { View } from '@tarojs/components'
import type { SessionView } from '@/contract/session-view'
import { session as words } from '@/copy/session'
import { team } from '@/copy/team'

/** How many go, and of which teams: counts, never names. */
export function Going({ view, applicants }: { view: SessionView; applicants: number }) {
  const teams = view.teams.map(({ name, going }) => team.going(name, going))
  return (
    <View className="small soft">
      <View>{words.going(view.going, applicants)}</View>
      {teams.length > 0 ? <View>{teams.join(',')}</View> : null}
    </View>
  )
}
