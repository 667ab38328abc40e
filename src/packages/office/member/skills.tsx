import { Text, View } from '@tarojs/components'
import { Button } from '@/components/button/button'
import { Section } from '@/components/section/section'
import type { Member } from '@/contract/get-member'
import { memberCard as words, members } from '@/copy/members'
import { skill as skillCopy, skillWords } from '@/copy/skill'
import { useMemberCard } from '@/stores/member-card'

/** What a member says they can do: confirmed, declined, or taken back later. */
export function Skills({ member }: { member: Member }) {
  const pending = useMemberCard((store) => store.pending)
  const decide = useMemberCard((store) => store.decideSkill)
  return (
    <View className="stack">
      <Section title={words.skills} />
      <View className="card">
        {member.skills.length === 0 ? <Text className="soft">{words.noSkills}</Text> : null}
        {member.skills.map(({ skill, confirmed }) => (
          <View key={skill} className="item" data-skill={skill}>
            <View className="grow">
              <View>{skillWords(skill)}</View>
              <View className="small soft">{confirmed ? skillCopy.confirmed : skillCopy.waits}</View>
            </View>
            <Button fit="slim" busy={pending} onPress={() => void decide(skill, false)}>
              {confirmed ? words.takeBack : members.no}
            </Button>
            {confirmed ? null : (
              <Button tone="done" fit="slim" busy={pending} onPress={() => void decide(skill, true)}>
                {members.yes}
              </Button>
            )}
          </View>
        ))}
      </View>
    </View>
  )
}
