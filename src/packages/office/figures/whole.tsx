import { View } from '@tarojs/components'
import { roleOf } from '@/components/press/role'
import type { FiguresOfYear } from '@/contract/get-figures'
import { figures as words, measured, MEASURES, type Measure } from '@/copy/figures'

type Part = Pick<FiguresOfYear['whole'], Exclude<Measure, 'fill'>> & { fill?: FiguresOfYear['fill'] }

/** One figure of the whole or of a part. */
export function figureOf(measure: Measure, part: Part): number | 'few' | null {
  return measure === 'fill' ? (part.fill?.median ?? null) : part[measure]
}

interface WholeProps {
  figures: FiguresOfYear
  chosen: Measure
  onChoose(measure: Measure): void
}

/** The figures of the year; the one that is chosen is broken down beneath. */
export function Whole({ figures: { whole, fill }, chosen, onChoose }: WholeProps) {
  return (
    <View className="figures-whole">
      {MEASURES.map((measure) => (
        <View
          key={measure}
          {...roleOf('radio')}
          aria-checked={measure === chosen}
          className={`figures-tile card tap ${measure === chosen ? 'on' : ''}`}
          data-measure={measure}
          onClick={() => onChoose(measure)}
        >
          <View className="figures-number numbers">
            {measured(measure, figureOf(measure, { ...whole, fill }))}
          </View>
          <View className="small soft">{words.measures[measure]}</View>
        </View>
      ))}
    </View>
  )
}
