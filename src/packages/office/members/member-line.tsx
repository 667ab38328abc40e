import { Text, View } from '@tarojs/components'
import { Icon } from '@/components/icon/icon'
import { Press } from '@/components/press/press'
import type { Telling } from '@/copy/date'
import { roleWords } from '@/copy/me'
import { members as words } from '@/copy/members'
import { skillWords } from '@/copy/skill'
import { openPage } from '@/platform/navigation'
import type { MemberRow } from '@/stores/members'

/** One who is confirmed; a tap opens the card. */
export function MemberLine({ resident, telling }: { resident: MemberRow; telling: Telling }) {
  const { id, name, role, gridName, building, suspendedUntil, skills } = resident
  const known = skills.filter((it) => it.confirmed).map((it) => skillWords(it.skill))
  const place = [gridName, building].filter(Boolean).join(' · ') || words.noAddress
  return (
    <Press className="item" dataId={id} onPress={() => openPage('member', { r: id })}>
      <View className="grow">
        <View className="strong one-line">{name || words.nameless}</View>
        <View className="small soft one-line">{[place, ...known].join(' · ')}</View>
      </View>
      {suspendedUntil !== null && suspendedUntil > telling.now ? (
        <Text className="chip stop">{words.suspended}</Text>
      ) : null}
      {role !== 'resident' ? <Text className="chip">{roleWords(role)}</Text> : null}
      <Icon name="next" size="small" />
    </Press>
  )
}
