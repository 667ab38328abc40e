import { View } from '@tarojs/components'
import { useEffect } from 'react'
import { Empty } from '@/components/state/empty'
import { paper as words } from '@/copy/paper'
import { readSessionLink } from '@/domain/link'
import { useQuery } from '@/platform/entry'
import { openPage } from '@/platform/navigation'
import { usePaper } from '@/stores/paper'
import { useTelling } from '@/stores/telling'
import { CadreOnly } from '../cadre-only/cadre-only'
import { Enter } from './enter'
import { Sheet } from './sheet'
import './index.scss'

/** The roster of one session on paper: printed before it, and typed afterwards. */
export default function Paper() {
  const link = readSessionLink(useQuery('packages/cadre/paper/index'))
  const c = link?.communityId
  const s = link?.sessionId
  const telling = useTelling()
  const error = usePaper((store) => store.error)
  const open = usePaper((store) => store.open)
  useEffect(() => {
    if (c && s) open(c, s)
  }, [c, s, open])
  return (
    <CadreOnly id="paper" refused={error?.code === 'forbidden'}>
      {link ? (
        <>
          <View className="small soft no-print">{words.intro}</View>
          <Sheet telling={telling} />
          <Enter telling={telling} />
        </>
      ) : (
        <Empty
          sentence={words.missingLink}
          action={{ label: words.toRoster, onPress: () => openPage('desk') }}
        />
      )}
    </CadreOnly>
  )
}
