import { Text, View } from '@tarojs/components'
import { useDidShow } from '@tarojs/taro'
import { Button } from '@/components/button/button'
import { Screen } from '@/components/screen/screen'
import { Empty } from '@/components/state/empty'
import { Failure } from '@/components/state/failure'
import { Loading } from '@/components/state/loading'
import { Note } from '@/components/state/note'
import type { Answer } from '@/contract/actions'
import { household as householdWords } from '@/copy/household'
import { skill as words, skillWords } from '@/copy/skill'
import { trouble } from '@/copy/trouble'
import { readCommunity } from '@/domain/link'
import { SKILLS, type Skill } from '@/domain/skill'
import { useQuery } from '@/platform/entry'
import { openPage } from '@/platform/navigation'
import { usePullDown } from '@/platform/pull-down'
import { useHousehold } from '@/stores/household'
import { useSkills } from '@/stores/skills'
import { useTelling } from '@/stores/telling'

/** What a resident can do: said here, and confirmed by a cadre. */
export default function Skills() {
  const telling = useTelling()
  const communityId = readCommunity(useQuery('packages/resident/skills/index'))
  const household = useHousehold((store) => store.household)
  const stranger = useHousehold((store) => store.stranger)
  const refresh = useHousehold((store) => store.refresh)
  const error = useSkills((store) => store.error)
  useDidShow(() => void refresh(communityId))
  usePullDown(() => refresh(communityId))
  const content = () => {
    if (stranger) {
      const join = { label: householdWords.joinSave, onPress: () => openPage('household') }
      return <Empty sentence={householdWords.join} action={join} />
    }
    if (household.phase === 'loading') return <Loading rows={4} />
    if (household.phase === 'failed') {
      return (
        <Failure sentence={trouble(household.error, telling)} onRetry={() => void refresh(communityId)} />
      )
    }
    return (
      <>
        <Text className="soft">{words.hint}</Text>
        {error ? <Note tone="stop" icon="warning" words={trouble(error, telling)} /> : null}
        <View className="card">
          {SKILLS.map((it) => (
            <SkillRow key={it} skill={it} said={household.value.skills} />
          ))}
        </View>
      </>
    )
  }
  return (
    <Screen id="skills" elder={telling.elder}>
      {content()}
    </Screen>
  )
}

function SkillRow({ skill, said }: { skill: Skill; said: Answer<'getHousehold'>['skills'] }) {
  const pending = useSkills((store) => store.pending)
  const say = useSkills((store) => store.say)
  const own = said.find((it) => it.skill === skill)
  return (
    <View className="item" data-skill={skill}>
      <View className="grow">
        <View>{skillWords(skill)}</View>
        {own ? <View className="small soft">{own.confirmed ? words.confirmed : words.waits}</View> : null}
      </View>
      <Button
        tone={own ? 'quiet' : 'done'}
        fit="slim"
        busy={pending === skill}
        onPress={() => void say(skill, !own)}
      >
        {own ? words.withdraw : words.say}
      </Button>
    </View>
  )
}
