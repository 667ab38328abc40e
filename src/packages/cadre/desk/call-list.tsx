import { View } from '@tarojs/components'
import { LongList } from '@/components/long-list/long-list'
import { More } from '@/components/more/more'
import { Section } from '@/components/section/section'
import { Empty } from '@/components/state/empty'
import type { Telling } from '@/copy/date'
import { desk as words } from '@/copy/desk'
import { watchNearness } from '@/platform/nearness'
import { openPage } from '@/platform/navigation'
import { groupCalls, useDesk, type CallRow, type Calls, type WhichCalls } from '@/stores/desk'
import { CallCard } from './call-card'

interface CallListProps {
  calls: Calls
  which: WhichCalls
  telling: Telling
}

export function CallList({ calls, which, telling }: CallListProps) {
  const communityId = useDesk((store) => store.communityId) ?? ''
  const more = useDesk((store) => store.more)
  const nextPage = useDesk((store) => store.nextPage)
  const cards = (rows: CallRow[]) => (
    <LongList
      rows={rows}
      row={(it) => <CallCard key={it.id} call={it} communityId={communityId} telling={telling} />}
      watch={watchNearness}
      spaced
    />
  )
  const group = (title: string, rows: CallRow[]) =>
    rows.length > 0 ? (
      <View className="stack">
        <Section title={title} />
        {cards(rows)}
      </View>
    ) : null

  if (calls.sessions.length === 0) {
    return which === 'open' ? (
      <Empty
        sentence={words.emptyOpen}
        action={{ label: words.publish, onPress: () => openPage('publish') }}
      />
    ) : (
      <Empty sentence={words.emptyClosed} />
    )
  }
  const groups = groupCalls(calls.sessions, telling.now)
  return (
    <>
      {which === 'closed' ? (
        cards(calls.sessions)
      ) : (
        <>
          {group(words.today, groups.today)}
          {group(words.overdue, groups.overdue)}
          {group(words.coming, groups.coming)}
        </>
      )}
      <More cursor={calls.nextCursor} page={nextPage} onPress={() => void more()} />
    </>
  )
}
