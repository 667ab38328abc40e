import { Text, View } from '@tarojs/components'
import { useDidShow, useReachBottom } from '@tarojs/taro'
import { useState } from 'react'
import { Button } from '@/components/button/button'
import { Icon } from '@/components/icon/icon'
import { More } from '@/components/more/more'
import { Sheet } from '@/components/sheet/sheet'
import { Empty } from '@/components/state/empty'
import { Failure } from '@/components/state/failure'
import { Loading } from '@/components/state/loading'
import { Note } from '@/components/state/note'
import type { Team } from '@/contract/list-teams'
import type { Telling } from '@/copy/date'
import { team as words, teamKindWords } from '@/copy/team'
import { trouble } from '@/copy/trouble'
import { usePullDown } from '@/platform/pull-down'
import { isForbidden } from '@/stores/loadable'
import { useTeams } from '@/stores/teams'
import { useTelling } from '@/stores/telling'
import { CadreOnly } from '@/packages/cadre/cadre-only/cadre-only'
import { NewTeam } from './new-team'

/** A cadre makes teams, and ends them. */
export default function CadreTeams() {
  const telling = useTelling()
  const teams = useTeams((store) => store.teams)
  const refresh = useTeams((store) => store.refresh)
  const more = useTeams((store) => store.more)
  const nextPage = useTeams((store) => store.nextPage)
  const [making, setMaking] = useState(false)
  const [ending, setEnding] = useState<Team | null>(null)
  useDidShow(() => void refresh())
  usePullDown(refresh)
  useReachBottom(() => void more())
  const content = () => {
    if (teams.phase === 'loading') return <Loading rows={3} />
    if (teams.phase === 'failed') {
      return <Failure sentence={trouble(teams.error, telling)} onRetry={() => void refresh()} />
    }
    const { teams: rows, nextCursor } = teams.value
    if (rows.length === 0) return <Empty sentence={words.emptyCadre} />
    return (
      <>
        <View className="card">
          {rows.map((it) => (
            <View key={it.id} className="item" data-id={it.id}>
              <View className="grow">
                <View className="strong">{it.name}</View>
                <View className="small soft">
                  {teamKindWords(it.kind)} · {words.members(it.members)}
                </View>
              </View>
              <Button tone="quiet" fit="slim" onPress={() => setEnding(it)}>
                {words.end}
              </Button>
            </View>
          ))}
        </View>
        <More cursor={nextCursor} page={nextPage} onPress={() => void more()} />
      </>
    )
  }
  return (
    <CadreOnly id="cadre-teams" refused={isForbidden(teams)}>
      <Button id="team-new" tone="go" fit="wide" onPress={() => setMaking(true)}>
        <Icon name="add" size="small" />
        {words.make}
      </Button>
      {content()}
      {making ? <NewTeam telling={telling} onClose={() => setMaking(false)} /> : null}
      {ending ? <EndTeam team={ending} telling={telling} onClose={() => setEnding(null)} /> : null}
    </CadreOnly>
  )
}

function EndTeam({ team, telling, onClose }: { team: Team; telling: Telling; onClose(): void }) {
  const pending = useTeams((store) => store.pending)
  const error = useTeams((store) => store.error)
  const end = useTeams((store) => store.end)
  const sure = async () => {
    if (await end(team.id)) onClose()
  }
  return (
    <Sheet open title={`${words.end} ${team.name}`} onClose={onClose}>
      <Text className="soft">{words.endHint}</Text>
      {error ? <Note tone="stop" icon="warning" words={trouble(error, telling)} /> : null}
      <Button id="team-end" tone="stop" fit="wide" busy={pending !== null} onPress={() => void sure()}>
        {words.endSure}
      </Button>
    </Sheet>
  )
}
