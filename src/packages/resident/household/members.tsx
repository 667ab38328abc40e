import { Text, View } from '@tarojs/components'
import { Icon } from '@/components/icon/icon'
import { Section } from '@/components/section/section'
import type { Answer } from '@/contract/actions'
import { household as words } from '@/copy/household'
import { skillWords } from '@/copy/skill'

const ownName = (name: string) => (name === '' ? words.you : `${name} (${words.self})`)

/** The adults of the household, and what the resident can do. */
export function Members({ household }: { household: Answer<'getHousehold'> }) {
  const { members, residentId, skills, children } = household
  return (
    <>
      <View className="stack">
        <Section title={words.members} />
        <View className="card household-list">
          {members.map((member) => (
            <View key={member.id} className="item">
              <Icon name="person" />
              <Text className="grow">
                {member.id === residentId ? ownName(member.name) : member.name || words.nameless}
              </Text>
              {children.length > 0 ? (
                <Text className="chip">{member.guardian ? words.guardian : words.family}</Text>
              ) : null}
            </View>
          ))}
        </View>
      </View>
      {skills.length > 0 ? (
        <View className="stack">
          <Section title={words.skills} />
          <View className="row wrap">
            {skills.map(({ skill, confirmed }) => (
              <Text key={skill} className={confirmed ? 'chip go' : 'chip'}>
                {skillWords(skill)} · {confirmed ? words.skillConfirmed : words.skillWaiting}
              </Text>
            ))}
          </View>
        </View>
      ) : null}
    </>
  )
}
