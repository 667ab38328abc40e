import { Text, View } from '@tarojs/components'
import { ticks } from 'd3-array'
import { roleOf } from '../press/role'
import { across, stepMasks, upward, type ChartPoint } from './step-masks'
import './step-chart.scss'

interface StepChartProps {
  /** in the order of x; the first at 0 */
  points: ChartPoint[]
  /** where the axes end */
  right: number
  top: number
  /** under the axis */
  marks: { x: number; words: string }[]
  /** an upright line: by then it is meant to be at the top */
  target?: { x: number; words: string } | null
  /** all that the chart shows, in words */
  label: string
}

/** So near to its beginning an upright line says nothing. */
const TOO_NEAR = 0.05

/** A count as it grows, in stairs. Of a fixed height, so that nothing moves when it comes. */
export function StepChart({ points, right, top, marks, target, label }: StepChartProps) {
  const span = { right, top }
  const { stair, ground } = stepMasks(points, span)
  const last = points[points.length - 1]
  return (
    <View {...roleOf('img')} className="step-chart" aria-label={label}>
      <View className="step-chart-plot" aria-hidden>
        {ticks(0, top, 4)
          .filter(Number.isInteger)
          .map((y) => (
            <View key={y} className="step-chart-line" style={{ bottom: `${upward(y, span)}%` }}>
              <Text className="step-chart-count numbers">{y}</Text>
            </View>
          ))}
        {/* The masks as variables: a style of another name would have to be known to the platform's list of them. */}
        <View className="step-chart-ground" style={{ '--mask': ground } as object} />
        <View className="step-chart-stair" style={{ '--mask': stair } as object} />
        {target && target.x < right && target.x > right * TOO_NEAR ? (
          <View className="step-chart-target" style={{ left: `${across(target.x, span)}%` }}>
            <Text className="step-chart-target-words">{target.words}</Text>
          </View>
        ) : null}
        {last && last.x <= right ? (
          <View
            className="step-chart-now"
            style={{ left: `${across(last.x, span)}%`, bottom: `${upward(last.y, span)}%` }}
          />
        ) : null}
      </View>
      <View className="step-chart-axis" aria-hidden>
        {marks.map((mark) => (
          <Text key={mark.x} className="step-chart-mark numbers" style={{ left: `${across(mark.x, span)}%` }}>
            {mark.words}
          </Text>
        ))}
      </View>
    </View>
  )
}
