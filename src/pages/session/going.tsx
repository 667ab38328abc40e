import { View } from '@tarojs/components'
import { Tick } from '@/components/choice/tick'
import type { SessionView } from '@/contract/session-view'
import { companyWords, session as words } from '@/copy/session'
import { team } from '@/copy/team'
import { useSession } from '@/stores/session'

/** How many go, and of which teams: counts. Those who go along see the names of whoever agreed to it. */
export function Going({ view, applicants }: { view: SessionView; applicants: number }) {
  const pending = useSession((store) => store.pending)
  const nameToNeighbours = useSession((store) => store.nameToNeighbours)
  const teams = view.teams.map(({ name, going }) => team.going(name, going))
  const { company } = view
  const goesOneself = view.slots.some((slot) => slot.booked.includes(view.member?.residentId ?? ''))
  return (
    <View className="stack" id="going">
      <View className="small soft">
        <View>{words.going(view.going, applicants)}</View>
        {teams.length > 0 ? <View>{teams.join(',')}</View> : null}
        {company ? companyWords(company).map((line) => <View key={line}>{line}</View>) : null}
      </View>
      {company && goesOneself ? (
        <Tick
          id="named-to-neighbours"
          label={words.named}
          hint={words.namedHint}
          on={company.named}
          onToggle={() => {
            if (!pending) void nameToNeighbours(!company.named)
          }}
        />
      ) : null}
    </View>
  )
}
