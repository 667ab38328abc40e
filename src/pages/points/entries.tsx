import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { LongList } from '@/components/long-list/long-list'
import { More } from '@/components/more/more'
import { Press } from '@/components/press/press'
import { Section } from '@/components/section/section'
import { Empty } from '@/components/state/empty'
import type { Answer } from '@/contract/actions'
import type { StatementLine } from '@/contract/get-statement'
import type { Telling } from '@/copy/date'
import { dispute as disputeCopy, disputeWords } from '@/copy/dispute'
import { entryWords, points as words, signed } from '@/copy/points'
import { trouble } from '@/copy/trouble'
import { whyNotDispute } from '@/domain/dispute'
import { watchNearness } from '@/platform/nearness'
import { openTab } from '@/platform/navigation'
import { toast } from '@/platform/toast'
import { useDispute } from '@/stores/dispute'
import { usePoints } from '@/stores/points'
import { DisputeSheet } from './dispute-sheet'

interface EntriesProps {
  statement: Answer<'getStatement'>
  telling: Telling
}

/** Every movement in words, with the balance it led to. */
export function Entries({ statement, telling }: EntriesProps) {
  const more = usePoints((store) => store.more)
  const nextPage = usePoints((store) => store.nextPage)
  const forgetError = useDispute((store) => store.forgetError)
  const [asking, setAsking] = useState<StatementLine | null>(null)
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
          row={(entry) => (
            <Entry
              key={entry.seq}
              entry={entry}
              telling={telling}
              onDispute={() => {
                forgetError()
                setAsking(entry)
              }}
            />
          )}
          watch={watchNearness}
        />
      </View>
      <More cursor={nextCursor} page={nextPage} onPress={() => void more()} />
      {asking ? <DisputeSheet entry={asking} telling={telling} onClose={() => setAsking(null)} /> : null}
    </View>
  )
}

interface EntryProps {
  entry: StatementLine
  telling: Telling
  onDispute(): void
}

function Entry({ entry, telling, onDispute }: EntryProps) {
  const { title, note } = entryWords(entry, telling)
  const { dispute, disputes } = entry
  const said = dispute ? disputeWords(dispute, entry.kind, telling) : ''
  const may = whyNotDispute({ createdAt: entry.createdAt, ...disputes }, telling.now) === null
  return (
    <View className="item top statement-entry" data-id={String(entry.seq)}>
      <View className="grow">
        <View>{title}</View>
        <View className="small soft numbers">{note}</View>
        {said !== '' ? <View className="small statement-said">{said}</View> : null}
        {dispute?.state === 'open' ? (
          <Withdraw seq={entry.seq} id={dispute.id} telling={telling} />
        ) : may ? (
          <Press className="small soft statement-dispute" onPress={onDispute}>
            {disputes.answered > 0 ? disputeCopy.again : disputeCopy.open}
          </Press>
        ) : null}
      </View>
      <View className="points-figures numbers">
        <Text className={entry.amount > 0 ? 'strong in-go' : 'strong'}>{signed(entry.amount)}</Text>
        <Text className="small soft">{entry.balance}</Text>
      </View>
    </View>
  )
}

function Withdraw({ seq, id, telling }: { seq: number; id: string; telling: Telling }) {
  const withdraw = useDispute((store) => store.withdraw)
  const take = async () => {
    const done = await withdraw(seq, id)
    const { error } = useDispute.getState()
    if (done) toast(disputeCopy.withdrawn)
    else if (error) toast(trouble(error, telling))
  }
  return (
    <Press className="small soft statement-dispute" onPress={() => void take()}>
      {disputeCopy.withdraw}
    </Press>
  )
}
