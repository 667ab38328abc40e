import { Text, View } from '@tarojs/components'
import { Button } from '@/components/button/button'
import { Tick } from '@/components/choice/tick'
import type { Telling } from '@/copy/date'
import { members as words } from '@/copy/members'
import { roleWords } from '@/copy/me'
import { skillWords } from '@/copy/skill'
import { useMembers, type MemberRow, type WhichMembers } from '@/stores/members'

interface MemberCardProps {
  resident: MemberRow
  which: WhichMembers
  telling: Telling
  /** skills to be confirmed with the resident */
  ticked: string[]
  onTick(skills: string[]): void
}

export function MemberCard({ resident, which, telling, ticked, onTick }: MemberCardProps) {
  const pending = useMembers((store) => store.pending)
  const confirm = useMembers((store) => store.confirm)
  const { id, name, role, gridName, building, joinedAt, sameDoor, skills } = resident
  const waiting = skills.filter((it) => !it.confirmed).map((it) => it.skill)
  const known = skills.filter((it) => it.confirmed).map((it) => it.skill)
  const toggle = (skill: string) =>
    onTick(ticked.includes(skill) ? ticked.filter((it) => it !== skill) : [...ticked, skill])
  const unconfirmed = which === 'unconfirmed'
  return (
    <View className="card member-row" data-id={id}>
      <View className="row between">
        <Text className="strong grow one-line">{name || words.nameless}</Text>
        {role !== 'resident' ? <View className="chip">{roleWords(role)}</View> : null}
        <Text className="small soft">
          {unconfirmed ? words.joined(joinedAt, telling) : words.since(joinedAt, telling)}
        </Text>
      </View>
      <View className="soft">{[gridName, building].filter(Boolean).join(' · ') || words.noAddress}</View>
      {sameDoor && unconfirmed ? (
        <View className="row wrap">
          <View className="chip hands">{words.sameDoor}</View>
          <Text className="small soft">{words.sameDoorHint}</Text>
        </View>
      ) : null}
      {known.length > 0 ? (
        <View className="row wrap member-skills">
          {known.map((skill) => (
            <View key={skill} className="chip go">
              {skillWords(skill)} ✓
            </View>
          ))}
        </View>
      ) : null}
      {waiting.length > 0 ? (
        <View className="stack member-skills">
          <View className="small soft">{words.skills}</View>
          {waiting.map((skill) => (
            <Tick
              key={skill}
              label={skillWords(skill)}
              on={ticked.includes(skill)}
              onToggle={() => toggle(skill)}
            />
          ))}
        </View>
      ) : null}
      {unconfirmed || waiting.length > 0 ? (
        <View className="row between member-foot">
          <View className="grow" />
          <Button
            tone="go"
            fit="slim"
            off={!unconfirmed && ticked.length === 0}
            busy={pending === id}
            onPress={() => void confirm(resident, ticked)}
          >
            {unconfirmed ? words.confirm : words.confirmSkills}
          </Button>
        </View>
      ) : null}
    </View>
  )
}
