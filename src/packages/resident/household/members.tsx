import { Text, View } from '@tarojs/components'
import { Icon } from '@/components/icon/icon'
import { Section } from '@/components/section/section'
import type { Answer } from '@/contract/actions'
import type { Telling } from '@/copy/date'
import { family } from '@/copy/family'
import { household as words } from '@/copy/household'
import { skillWords } from '@/copy/skill'
import { Invitations } from './invitations'

const ownName = (name: string) => (name === '' ? words.you : `${name} (${words.self})`)

/** The adults of the household, who is asked in, and what the resident can do. */
export function Members({ household, telling }: { household: Answer<'getHousehold'>; telling: Telling }) {
  const { members, residentId, skills, children } = household
  const roles = children.length > 0 || members.length > 1
  return (
    <>
      <View className="stack">
        <Section title={words.members} />
        <View className="card household-list">
          {members.map((member) => (
            <View key={member.id} className="item member-row">
              <Icon name="person" />
              <View className="grow">
                <View>{member.id === residentId ? ownName(member.name) : member.name || words.nameless}</View>
                {member.pointsFrom === null ? null : (
                  <Text className="small soft">{family.pointsFrom(member.pointsFrom, telling.now)}</Text>
                )}
              </View>
              {roles ? <Text className="chip">{member.guardian ? words.guardian : words.family}</Text> : null}
            </View>
          ))}
        </View>
        {household.guardian ? <Invitations household={household} telling={telling} /> : null}
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
