import { Text, View } from '@tarojs/components'
import { LongList } from '@/components/long-list/long-list'
import { honourFigures, honours as words } from '@/copy/honours'
import { MOST_HONOURED, ranksOf, type HonourOrder } from '@/domain/honours'
import { watchNearness } from '@/platform/nearness'
import type { Honours } from '@/stores/honours'

interface HonourListProps {
  honours: Honours
  order: HonourOrder
}

export function HonourList({ honours, order }: HonourListProps) {
  const figures = honours.honours.map(
    ({ minutes, times, series }) => ({ hours: minutes, times, series })[order],
  )
  const ranks = ranksOf(figures)
  const rows = honours.honours.map((honour, index) => ({ ...honour, index, rank: ranks[index] ?? 0 }))
  return (
    <>
      <View id="honours-sum" className="strong numbers">
        {words.sum(honours.people, honours.minutes, honours.times)}
      </View>
      <View className="small soft">
        {honours.people > MOST_HONOURED ? `${words.most(MOST_HONOURED)}。` : ''}
        {words.note}
      </View>
      <View className="card honours-list">
        <LongList
          rows={rows}
          row={(it) => <Row key={it.index} honour={it} order={order} />}
          watch={watchNearness}
        />
      </View>
    </>
  )
}

interface RowProps {
  honour: Honours['honours'][number] & { rank: number }
  order: HonourOrder
}

function Row({ honour, order }: RowProps) {
  const { rank, name } = honour
  const { first, rest } = honourFigures(honour, order)
  return (
    <View className="item honour-row">
      <Text
        className={rank <= 3 ? 'honour-rank numbers on' : 'honour-rank numbers'}
        aria-label={words.rank(rank)}
      >
        {rank}
      </Text>
      <View className="grow">
        <View className={name === null ? 'soft' : 'strong'}>{name ?? words.unnamed}</View>
        <View className="small soft numbers">{rest}</View>
      </View>
      <Text className="strong numbers">{first}</Text>
    </View>
  )
}
