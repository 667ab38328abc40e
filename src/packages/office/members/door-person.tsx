import { Text, View } from '@tarojs/components'
import { Button } from '@/components/button/button'
import { Press } from '@/components/press/press'
import type { Telling } from '@/copy/date'
import { members as words } from '@/copy/members'
import { skillWords } from '@/copy/skill'
import { openPage } from '@/platform/navigation'
import { useMembers, type DoorResident } from '@/stores/members'
import { Double } from './double'

/** Somebody behind a door: who waits is confirmed here, and what they say of their skills. */
export function DoorPerson({ resident, telling }: { resident: DoorResident; telling: Telling }) {
  const pending = useMembers((store) => store.pending)
  const confirm = useMembers((store) => store.confirm)
  const decideSkill = useMembers((store) => store.decideSkill)
  const { id, name, confirmed, joinedAt, skills, double } = resident
  const busy = pending === id
  const known = skills.filter((it) => it.confirmed).map((it) => skillWords(it.skill))
  return (
    <View className="door-person" data-id={id}>
      <View className="row between">
        <Press className="grow door-name" onPress={() => openPage('member', { r: id })}>
          <View className="strong one-line">{name || words.nameless}</View>
          <View className="small soft">{[words.joined(joinedAt, telling), ...known].join(' · ')}</View>
        </Press>
        {confirmed ? (
          <Text className="chip go">{words.isConfirmed}</Text>
        ) : (
          <Button tone="go" fit="slim" busy={busy} onPress={() => void confirm(resident, [])}>
            {words.confirm}
          </Button>
        )}
      </View>
      {double !== null ? <Double resident={resident} double={double} /> : null}
      {skills
        .filter((it) => !it.confirmed)
        .map(({ skill }) => (
          <View key={skill} className="row tight door-skill">
            <Text className="small door-said">{words.says(skill)}</Text>
            <Button fit="slim" busy={busy} onPress={() => void decideSkill(resident, skill, false)}>
              {words.no}
            </Button>
            <Button
              tone="done"
              fit="slim"
              busy={busy}
              onPress={() => void decideSkill(resident, skill, true)}
            >
              {words.yes}
            </Button>
          </View>
        ))}
    </View>
  )
}
