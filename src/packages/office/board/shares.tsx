import { Text, View } from '@tarojs/components'
import { BarRow } from '@/components/chart/bar-row'
import { Section } from '@/components/section/section'
import type { FillBoard } from '@/contract/get-fill-board'
import type { Telling } from '@/copy/date'
import { fillBoard as words, shareWords } from '@/copy/fill-board'

/** Which card or link brought how many. */
export function Shares({ board, telling }: { board: FillBoard; telling: Telling }) {
  const { shares, otherPlaces } = board
  if (shares.length === 0) return null
  const most = Math.max(1, otherPlaces, ...shares.map(({ places }) => places))
  return (
    <View className="stack" id="board-shares">
      <Section title={words.shares} />
      <View className="card stack">
        {shares.map((share) => (
          <BarRow
            key={share.id}
            name={shareWords(share, telling)}
            value={share.places}
            most={most}
            words={words.brought(share.places)}
            also={words.opens(share.opens)}
          />
        ))}
        {otherPlaces > 0 ? (
          <BarRow name={words.others} value={otherPlaces} most={most} words={words.brought(otherPlaces)} />
        ) : null}
        <Text className="small soft">{words.sharesHint}</Text>
      </View>
    </View>
  )
}
