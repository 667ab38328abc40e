import { Text, View } from '@tarojs/components'
import { useDidShow, useReachBottom } from '@tarojs/taro'
import { Button } from '@/components/button/button'
import { More } from '@/components/more/more'
import { Screen } from '@/components/screen/screen'
import { Empty } from '@/components/state/empty'
import { Failure } from '@/components/state/failure'
import { Loading } from '@/components/state/loading'
import { Note } from '@/components/state/note'
import type { Team } from '@/contract/list-teams'
import { team as words, teamKindWords } from '@/copy/team'
import { trouble } from '@/copy/trouble'
import { usePullDown } from '@/platform/pull-down'
import { useTeams } from '@/stores/teams'
import { useTelling } from '@/stores/telling'

/** The teams of the community; a resident is in one at most. */
export default function Teams() {
  const telling = useTelling()
  const teams = useTeams((store) => store.teams)
  const error = useTeams((store) => store.error)
  const refresh = useTeams((store) => store.refresh)
  const more = useTeams((store) => store.more)
  const nextPage = useTeams((store) => store.nextPage)
  useDidShow(() => void refresh())
  usePullDown(refresh)
  useReachBottom(() => void more())
  const content = () => {
    if (teams.phase === 'loading') return <Loading rows={3} />
    if (teams.phase === 'failed') {
      return <Failure sentence={trouble(teams.error, telling)} onRetry={() => void refresh()} />
    }
    const { teams: rows, mine, nextCursor } = teams.value
    if (rows.length === 0) return <Empty sentence={words.empty} />
    return (
      <>
        <Text className="soft">{words.hint}</Text>
        {error ? <Note tone="stop" icon="warning" words={trouble(error, telling)} /> : null}
        <View className="card">
          {rows.map((it) => (
            <TeamRow key={it.id} team={it} mine={mine} />
          ))}
        </View>
        <More cursor={nextCursor} page={nextPage} onPress={() => void more()} />
      </>
    )
  }
  return (
    <Screen id="teams" elder={telling.elder}>
      {content()}
    </Screen>
  )
}

function TeamRow({ team, mine }: { team: Team; mine: string | null }) {
  const pending = useTeams((store) => store.pending)
  const join = useTeams((store) => store.join)
  const leave = useTeams((store) => store.leave)
  const { id, kind, name, members } = team
  const here = mine === id
  return (
    <View className="item" data-id={id}>
      <View className="grow">
        <View className="strong">{name}</View>
        <View className="small soft">
          {[teamKindWords(kind), words.members(members), ...(here ? [words.mine] : [])].join(' · ')}
        </View>
      </View>
      <Button
        tone={here ? 'quiet' : 'go'}
        fit="slim"
        busy={pending !== null}
        onPress={() => void (here ? leave() : join(id))}
      >
        {here ? words.leave : mine ? words.change : words.join}
      </Button>
    </View>
  )
}
