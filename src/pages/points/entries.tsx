import { Text, View } from '@tarojs/components'
import { LongList } from '@/components/long-list/long-list'
import { More } from '@/components/more/more'
import { Section } from '@/components/section/section'
import { Empty } from '@/components/state/empty'
import type { Answer } from '@/contract/actions'
import type { StatementEntry } from '@/contract/get-statement'
import { date, type Telling } from '@/copy/date'
import { entryWords, points as words, signed } from '@/copy/points'
import { watchNearness } from '@/platform/nearness'
import { openTab } from '@/platform/navigation'
import { usePoints } from '@/stores/points'

interface EntriesProps {
  statement: Answer<'getStatement'>
  telling: Telling
}

/** Every movement in words, with the balance it led to. */
export function Entries({ statement, telling }: EntriesProps) {
  const more = usePoints((store) => store.more)
  const loadingMore = usePoints((store) => store.loadingMore)
  const { entries, nextCursor } = statement
  if (entries.length === 0) {
    return <Empty sentence={words.empty} action={{ label: words.toHome, onPress: () => openTab('home') }} />
  }
  return (
    <View className="stack">
      <Section title={words.statement} />
      <View className="card points-list">
        <LongList
          rows={entries}
          row={(entry) => <Entry key={entry.seq} entry={entry} telling={telling} />}
          watch={watchNearness}
        />
      </View>
      <More shown={nextCursor !== null} busy={loadingMore} onPress={() => void more()} />
    </View>
  )
}

function Entry({ entry, telling }: { entry: StatementEntry; telling: Telling }) {
  const { title, note } = entryWords(entry, telling)
  return (
    <View compileMode className="item top statement-entry">
      <View className="grow">
        <View>{title}</View>
        <View className="small soft numbers">
          {[date(entry.createdAt, telling.now), note].filter(Boolean).join(' · ')}
        </View>
      </View>
      <View className="points-figures numbers">
        <Text className={entry.amount > 0 ? 'strong in-go' : 'strong'}>{signed(entry.amount)}</Text>
        <Text className="small soft">{entry.balance}</Text>
      </View>
    </View>
  )
}
