import { View } from '@tarojs/components'
import { StepChart } from '@/components/chart/step-chart'
import { Chips } from '@/components/choice/chips'
import type { FillBoard } from '@/contract/get-fill-board'
import { axisMarks, curveWords, fillBoard as words, targetMark } from '@/copy/fill-board'
import { isLongerThanHour, shownCurve, useFillBoard, type CurveSpan } from '@/stores/fill-board'

const SPANS: CurveSpan[] = ['hour', 'all']

/** Places taken against the minutes since they could be. */
export function Curve({ board }: { board: FillBoard }) {
  const chosen = useFillBoard((store) => store.span)
  const show = useFillBoard((store) => store.showSpan)
  const long = isLongerThanHour(board)
  const span = chosen ?? 'all'
  const curve = shownCurve(board, long ? span : 'hour')
  if (!curve) return null
  return (
    <View className="stack" id="fill-curve">
      {long ? (
        <Chips
          options={SPANS.map((value) => ({ value, label: words[value] }))}
          chosen={span}
          onChoose={show}
          label={words.curve}
        />
      ) : null}
      <StepChart
        points={curve.points}
        right={curve.right}
        top={curve.top}
        marks={axisMarks(curve.right)}
        target={targetMark}
        label={curveWords(board)}
      />
    </View>
  )
}
