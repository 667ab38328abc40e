import { View } from '@tarojs/components'
import { useEffect } from 'react'
import { Section } from '@/components/section/section'
import { Tick } from '@/components/choice/tick'
import { MOST_TEAMS } from '@/contract/publish-call'
import { team as words } from '@/copy/team'
import type { SlotDraft } from '@/domain/call'
import type { CallForm } from '@/stores/call-form'
import { valueOf } from '@/stores/loadable'
import { usePublish } from '@/stores/publish'
import { useTeams } from '@/stores/teams'

/** Which teams a call is for: shown, and its posts kept for them for a while, if one wants. Where there are no teams, nothing is asked. */
export function TeamFields({ form }: { form: CallForm }) {
  const change = usePublish((store) => store.change)
  const teams = useTeams((store) => valueOf(store.teams)?.teams ?? null)
  const refresh = useTeams((store) => store.refresh)
  useEffect(() => void refresh(), [refresh])
  const { teamIds = [] } = form
  if (teams === null || teams.length === 0) return null
  const toggle = (id: string) => {
    const others = teamIds.filter((it) => it !== id)
    const chosen = others.length < teamIds.length ? others : [...teamIds, id]
    const slots = chosen.length > 0 ? form.slots : keptFirst(form.slots, false)
    change({ ...form, teamIds: chosen, slots })
  }
  const posts = form.slots.filter((it) => it.kind === 'post')
  const first = posts.length > 0 && posts.every((it) => it.teamsFirst)
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
      {teamIds.length > 0 && posts.length > 0 ? (
        <Tick
          id="teams-first"
          label={words.first}
          hint={words.firstHint}
          on={first}
          onToggle={() => change({ ...form, slots: keptFirst(form.slots, !first) })}
        />
      ) : null}
    </View>
  )
}

function keptFirst(slots: SlotDraft[], teamsFirst: boolean): SlotDraft[] {
  return slots.map((slot) => (slot.kind === 'post' ? { ...slot, teamsFirst } : slot))
}
