import { Text, View } from '@tarojs/components'
import { Chips } from '@/components/choice/chips'
import { draw as words, pointsSentence } from '@/copy/draw'
import { DRAW_POINTS, stakedPoints } from '@/domain/draw-chance'
import type { Standing } from '@/domain/standing'
import { useSession } from '@/stores/session'

/** How many points to name for the draw, of those that are there; nothing to choose with fewer than ten. */
export function DrawPoints({ standing }: { standing: Standing }) {
  const drawPoints = useSession((store) => store.drawPoints)
  const choose = useSession((store) => store.chooseDrawPoints)
  if (standing.is !== 'draw_open') return null
  const options = DRAW_POINTS.filter((points) => points <= standing.canStake)
  if (options.length < 2) return null
  const chosen = stakedPoints(drawPoints, standing.canStake)
  return (
    <View className="people" id="draw-points">
      <View className="section">
        <Text>{words.pointsTitle}</Text>
        <Text className="in-points">{words.have(standing.canStake)}</Text>
      </View>
      <Chips
        label={words.pointsTitle}
        options={options.map((points) => ({ value: String(points), label: words.points(points) }))}
        chosen={String(chosen)}
        onChoose={(value) => choose(DRAW_POINTS.find((points) => String(points) === value) ?? 0)}
      />
      <View className="small soft">{pointsSentence(chosen)}</View>
    </View>
  )
}
