import { useDidShow } from '@tarojs/taro'
import { Screen } from '@/components/screen/screen'
import { Failure } from '@/components/state/failure'
import { Loading } from '@/components/state/loading'
import { trouble } from '@/copy/trouble'
import { useQuery } from '@/platform/entry'
import { useHousehold } from '@/stores/household'
import { useMembership } from '@/stores/membership'
import { useTelling } from '@/stores/telling'
import { Address } from './address'
import { Children } from './children'
import { JoinFirst } from './join-first'
import { Members } from './members'
import './index.scss'

/** Household: who belongs to it, the children, and where it lives. From a session page it comes to add a child. */
export default function Household() {
  const telling = useTelling()
  const { c, add } = useQuery('packages/resident/household/index')
  const household = useHousehold((store) => store.household)
  const stranger = useHousehold((store) => store.stranger)
  const refresh = useHousehold((store) => store.refresh)
  const choose = useMembership((store) => store.choose)
  useDidShow(() => {
    if (c) choose(c)
    void refresh()
  })
  const content = () => {
    if (stranger) return <JoinFirst telling={telling} />
    if (household.phase === 'loading') return <Loading />
    if (household.phase === 'failed') {
      return <Failure sentence={trouble(household.error, telling)} onRetry={() => void refresh()} />
    }
    const adding = add === 'child'
    const children = <Children household={household.value} telling={telling} adding={adding} />
    const address = <Address household={household.value} telling={telling} />
    const withChildren = adding || household.value.children.length > 0
    return (
      <>
        {withChildren ? children : address}
        {withChildren ? address : null}
        <Members household={household.value} />
        {withChildren ? null : children}
      </>
    )
  }
  return (
    <Screen id="household" elder={telling.elder}>
      {content()}
    </Screen>
  )
}
