import { useDidShow } from '@tarojs/taro'
import { Failure } from '@/components/state/failure'
import { Loading } from '@/components/state/loading'
import { trouble } from '@/copy/trouble'
import { usePullDown } from '@/platform/pull-down'
import { useFigures } from '@/stores/figures'
import { isForbidden } from '@/stores/loadable'
import { useTelling } from '@/stores/telling'
import { CadreOnly } from '@/packages/cadre/cadre-only/cadre-only'
import { FiguresContent } from './figures-content'
import './index.scss'

/** What came of a year: by month, by grid, by kind of activity. */
export default function Figures() {
  const telling = useTelling()
  const figures = useFigures((store) => store.figures)
  const refresh = useFigures((store) => store.refresh)
  useDidShow(() => void refresh())
  usePullDown(refresh)
  const content = () => {
    if (figures.phase === 'loading') return <Loading rows={4} />
    if (figures.phase === 'failed') {
      return <Failure sentence={trouble(figures.error, telling)} onRetry={() => void refresh()} />
    }
    return <FiguresContent figures={figures.value} keptSince={figures.keptSince} telling={telling} />
  }
  return (
    <CadreOnly id="figures" refused={isForbidden(figures)}>
      {content()}
    </CadreOnly>
  )
}
