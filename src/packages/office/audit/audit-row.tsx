import { Text, View } from '@tarojs/components'
import { Press } from '@/components/press/press'
import type { AuditEntry } from '@/contract/list-audit'
import { actorName, audit as words, auditWords } from '@/copy/audit'
import { moment, type Telling } from '@/copy/date'
import { openPage } from '@/platform/navigation'
import { useAudit } from '@/stores/audit'
import { useMembership } from '@/stores/membership'

/** One act in words. A tap on the session opens its roster, a tap on whom it was done to shows all about them. */
export function AuditRow({ entry, telling }: { entry: AuditEntry; telling: Telling }) {
  const choose = useAudit((store) => store.choose)
  const person = useAudit((store) => store.filter.person)
  const communityId = useMembership((store) => store.communityId)
  const { act, detail } = auditWords(entry, telling)
  const { session, subject } = entry
  return (
    <View className="item top audit-row" data-id={entry.id}>
      <View className="grow">
        <View>
          <Text className="strong">{actorName(entry.actor)}</Text> {act}
        </View>
        {detail ? <View className="small">{detail}</View> : null}
        <View className="small soft numbers">{moment(entry.at, telling)}</View>
        {session ? (
          <Press
            className="audit-link"
            onPress={() => openPage('roster', { c: communityId ?? '', s: session.id })}
          >
            <Text className="small in-go numbers">
              {session.title} · {moment(session.startsAt, telling)}
            </Text>
          </Press>
        ) : null}
      </View>
      {subject && subject.id !== person?.id ? (
        <Press className="audit-link" onPress={() => void choose({ person: subject })}>
          <Text className="small in-go">{words.only(actorName(subject))}</Text>
        </Press>
      ) : null}
    </View>
  )
}
