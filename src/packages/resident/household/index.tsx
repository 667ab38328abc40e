import { useDidShow } from '@tarojs/taro'
import { Screen } from '@/components/screen/screen'
import { Failure } from '@/components/state/failure'
import { Loading } from '@/components/state/loading'
import { trouble } from '@/copy/trouble'
import { readCommunity } from '@/domain/link'
import { useQuery } from '@/platform/entry'
import { useHousehold } from '@/stores/household'
import { useTelling } from '@/stores/telling'
import { Address } from './address'
import { Children } from './children'
import { JoinFirst } from './join-first'
import { Joining } from './joining'
import { Members } from './members'
import { Moving } from './moving'
import './index.scss'

/** Household: who belongs to it, the children, and where it lives. From a session page it comes to add a child. */
export default function Household() {
  const telling = useTelling()
  const query = useQuery('packages/resident/household/index')
  const communityId = readCommunity(query)
  const household = useHousehold((store) => store.household)
  const stranger = useHousehold((store) => store.stranger)
  const refresh = useHousehold((store) => store.refresh)
  useDidShow(() => void refresh(communityId))
  const content = () => {
    if (stranger) return <JoinFirst telling={telling} />
    if (household.phase === 'loading') return <Loading />
    if (household.phase === 'failed') {
      return (
        <Failure sentence={trouble(household.error, telling)} onRetry={() => void refresh(communityId)} />
      )
    }
    const adding = query.add === 'child'
    const children = <Children household={household.value} telling={telling} adding={adding} />
    const address = <Address household={household.value} telling={telling} />
    const withChildren = adding || household.value.children.length > 0
    return (
      <>
        <Joining household={household.value} telling={telling} />
        {withChildren ? children : address}
        {withChildren ? address : null}
        <Members household={household.value} telling={telling} />
        {withChildren ? null : children}
        <Moving household={household.value} telling={telling} />
      </>
    )
  }
  return (
    <Screen id="household" elder={telling.elder}>
      {content()}
    </Screen>
  )
}
