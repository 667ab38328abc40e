import { View } from '@tarojs/components'
import { useEffect } from 'react'
import { Section } from '@/components/section/section'
import { Tick } from '@/components/choice/tick'
import { MOST_TEAMS } from '@/contract/publish-call'
import { team as words } from '@/copy/team'
import type { CallForm } from '@/stores/call-form'
import { valueOf } from '@/stores/loadable'
import { usePublish } from '@/stores/publish'
import { useTeams } from '@/stores/teams'

/** Which teams a call is for: shown, and open to all the same. Where there are no teams, nothing is asked. */
export function TeamFields({ form }: { form: CallForm }) {
  const change = usePublish((store) => store.change)
  const teams = useTeams((store) => valueOf(store.teams)?.teams ?? null)
  const refresh = useTeams((store) => store.refresh)
  useEffect(() => void refresh(), [refresh])
  const { teamIds = [] } = form
  if (teams === null || teams.length === 0) return null
  const toggle = (id: string) => {
    const others = teamIds.filter((it) => it !== id)
    change({ ...form, teamIds: others.length < teamIds.length ? others : [...teamIds, id] })
  }
  return (
    <View className="stack">
      <Section title={words.forWhom} />
      <View className="small soft">{words.forHint}</View>
      {teams.map(({ id, name }) => (
        <Tick
          key={id}
          label={name}
          on={teamIds.includes(id)}
          off={!teamIds.includes(id) && teamIds.length >= MOST_TEAMS}
          onToggle={() => toggle(id)}
        />
      ))}
    </View>
  )
}
