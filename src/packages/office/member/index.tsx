import { Text, View } from '@tarojs/components'
import { useDidShow } from '@tarojs/taro'
import { Section } from '@/components/section/section'
import { Empty } from '@/components/state/empty'
import { Failure } from '@/components/state/failure'
import { Loading } from '@/components/state/loading'
import { Note } from '@/components/state/note'
import type { Member as MemberView } from '@/contract/get-member'
import type { Telling } from '@/copy/date'
import { roleWords } from '@/copy/me'
import { memberCard as words, members } from '@/copy/members'
import { teamKindWords } from '@/copy/team'
import { trouble } from '@/copy/trouble'
import { useQuery } from '@/platform/entry'
import { openPage } from '@/platform/navigation'
import { usePullDown } from '@/platform/pull-down'
import { isForbidden } from '@/stores/loadable'
import { useMemberCard } from '@/stores/member-card'
import { useTelling } from '@/stores/telling'
import { CadreOnly } from '@/packages/cadre/cadre-only/cadre-only'
import { Role } from './role'
import { Skills } from './skills'
import { Suspension } from './suspension'

/** One member: the household, what they can do, what they have done, and what a cadre may decide about them. */
export default function Member() {
  const telling = useTelling()
  const { r } = useQuery('packages/office/member/index')
  const residentId = useMemberCard((store) => store.residentId)
  const member = useMemberCard((store) => store.member)
  const error = useMemberCard((store) => store.error)
  const open = useMemberCard((store) => store.open)
  const refresh = useMemberCard((store) => store.refresh)
  useDidShow(() => {
    if (r) void open(r)
  })
  usePullDown(refresh)
  const content = () => {
    if (!r) {
      const toMembers = { label: words.toMembers, onPress: () => openPage('members') }
      return <Empty sentence={words.missingLink} action={toMembers} />
    }
    if (residentId !== r || member.phase === 'loading') return <Loading rows={4} />
    if (member.phase === 'failed') {
      return <Failure sentence={trouble(member.error, telling)} onRetry={() => void refresh()} />
    }
    return (
      <>
        <Facts member={member.value} telling={telling} />
        {error ? <Note tone="stop" icon="warning" words={trouble(error, telling)} /> : null}
        <Skills member={member.value} />
        <Suspension member={member.value} telling={telling} />
        <Role member={member.value} />
      </>
    )
  }
  return (
    <CadreOnly id="member" refused={isForbidden(member)}>
      {content()}
    </CadreOnly>
  )
}

function Facts({ member, telling }: { member: MemberView; telling: Telling }) {
  const { name, role, household, team, services, absences, upcoming, joinedAt, confirmedAt } = member
  const { gridName, building, residents, children } = household
  const others = [
    ...residents.map((it) => it.name || members.nameless),
    ...(children > 0 ? [members.children(children)] : []),
  ]
  return (
    <>
      <View className="card stack">
        <View className="row between">
          <Text className="title grow one-line">{name || members.nameless}</Text>
          {role !== 'resident' ? <View className="chip">{roleWords(role)}</View> : null}
          <View className={confirmedAt === null ? 'chip wait' : 'chip go'}>
            {confirmedAt === null ? members.waits : members.isConfirmed}
          </View>
        </View>
        <Text className="soft">{[gridName, building].filter(Boolean).join(' · ') || members.noAddress}</Text>
        <Text className="small soft">{members.since(joinedAt, telling)}</Text>
        {team ? (
          <Text className="small soft">
            {teamKindWords(team.kind)} · {team.name}
          </Text>
        ) : null}
      </View>
      <View className="stack">
        <Section title={words.household} />
        <View className="card">{others.length > 0 ? others.join('、') : words.alone}</View>
      </View>
      <View className="stack">
        <Section title={words.services} />
        <View className="card stack">
          <Text className="strong">{words.served(services.count, services.minutes)}</Text>
          <Text className="soft">{words.absences(absences)}</Text>
          <Text className="soft">{words.upcoming(upcoming)}</Text>
        </View>
      </View>
    </>
  )
}
