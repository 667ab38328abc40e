import { Text, View } from '@tarojs/components'
import { Button } from '@/components/button/button'
import type { Telling } from '@/copy/date'
import { causeWords, disputeWords } from '@/copy/dispute'
import { disputes as words, presenceFacts } from '@/copy/disputes'
import { entryWords, signed } from '@/copy/points'
import { openPage } from '@/platform/navigation'
import { useDisputes, type DisputeCaseRow } from '@/stores/disputes'
import type { AnswerKind } from './answer-sheet'

interface DisputeCardProps {
  row: DisputeCaseRow
  telling: Telling
  onAnswer(row: DisputeCaseRow, kind: AnswerKind): void
}

/** One entry in question: what it says, what the household says, and what is known of the presence. */
export function DisputeCard({ row, telling, onAnswer }: DisputeCardProps) {
  const communityId = useDisputes((store) => store.communityId)
  const { id, entry, state, cause, note, raisedBy, createdAt, presence, correctable, ownHousehold } = row
  const { title, note: about } = entryWords(entry, telling)
  const open = state === 'open'
  return (
    <View className={`card stack dispute-card ${open ? 'edge hands' : ''}`} data-id={id}>
      <View className="row top between">
        <View className="grow">
          <View className="strong">{title}</View>
          <View className="small soft numbers">{about}</View>
        </View>
        <Text className="strong numbers">{signed(entry.amount)}</Text>
      </View>
      <View className="dispute-says">
        <View className="row between">
          <Text className="small soft grow">{words.says(raisedBy)}</Text>
          <Text className="small soft numbers">{words.raised(createdAt, telling)}</Text>
        </View>
        <View>{[causeWords(cause, entry.kind), note].filter(Boolean).join(':')}</View>
      </View>
      {presence ? (
        <View>
          {presenceFacts(presence, telling).map((fact) => (
            <View key={fact} className="small numbers">
              {fact}
            </View>
          ))}
        </View>
      ) : null}
      {!open ? (
        <View className="small">{disputeWords(row, entry.kind, telling)}</View>
      ) : ownHousehold ? (
        <View className="small soft">{words.ownHousehold}</View>
      ) : (
        <View className="row wrap">
          {correctable ? (
            <Button tone="go" fit="slim" onPress={() => onAnswer(row, 'correct')}>
              {words.correct}
            </Button>
          ) : (
            <Text className="small soft">{words.reasonOnly}</Text>
          )}
          <Button fit="slim" onPress={() => onAnswer(row, 'keep')}>
            {words.keep}
          </Button>
          {presence && communityId ? (
            <Button
              tone="quiet"
              fit="slim"
              onPress={() => openPage('roster', { c: communityId, s: presence.sessionId })}
            >
              {words.toRoster}
            </Button>
          ) : null}
        </View>
      )}
    </View>
  )
}
