import { View } from '@tarojs/components'
import { useDidShow } from '@tarojs/taro'
import { useEffect, useRef } from 'react'
import { Screen } from '@/components/screen/screen'
import { Empty } from '@/components/state/empty'
import { Failure } from '@/components/state/failure'
import { Loading } from '@/components/state/loading'
import { session as words } from '@/copy/session'
import { trouble } from '@/copy/trouble'
import { readPreview } from '@/domain/card-preview'
import { readSessionLink } from '@/domain/link'
import { isSinglePage, useQuery } from '@/platform/entry'
import { openTab } from '@/platform/navigation'
import { usePullDown } from '@/platform/pull-down'
import { useSession } from '@/stores/session'
import { useTelling } from '@/stores/telling'
import { FirstLook } from './first-look'
import { SessionContent } from './session-content'
import './index.scss'

/** The share card lands here: from the card to a claimed post in one tap, member or not. */
export default function Session() {
  const query = useQuery('pages/session/index')
  const link = readSessionLink(query)
  const c = link?.communityId
  const s = link?.sessionId
  const sub = link?.substituteId
  const h = link?.shareId
  const telling = useTelling()
  const at = useSession((store) => store.at)
  const view = useSession((store) => store.view)
  const open = useSession((store) => store.open)
  const refresh = useSession((store) => store.refresh)

  const onlyLook = isSinglePage()
  useEffect(() => {
    if (c && s && !onlyLook) void open(c, s, { substituteId: sub, shareId: h })
  }, [c, s, sub, h, onlyLook, open])
  // Back from adding a child, or from the background: places may have moved.
  const shownBefore = useRef(false)
  useDidShow(() => {
    if (onlyLook) return
    if (c && s && at?.sessionId === s) void refresh()
    // Another session was opened from this one, and has the store.
    else if (c && s && shownBefore.current) void open(c, s, { shareId: h })
    shownBefore.current = true
  })
  usePullDown(refresh)

  const toHome = { label: words.toHome, onPress: () => openTab('home') }
  if (!c || !s) {
    return (
      <Screen id="session" elder={telling.elder}>
        <Empty sentence={query.c && query.s ? words.brokenLink : words.missingLink} action={toHome} />
      </Screen>
    )
  }
  const current = at?.sessionId === s && at.communityId === c
  const preview = readPreview(query)
  return (
    <Screen id="session" elder={telling.elder}>
      {onlyLook && !preview ? (
        <Empty sentence={words.onlyLook} />
      ) : preview && (!current || view.phase === 'loading') ? (
        <FirstLook preview={preview} onlyLook={onlyLook} telling={telling} />
      ) : !current || view.phase === 'loading' ? (
        <View className="stack">
          <View className="skeleton session-cover-space" />
          <Loading rows={2} />
        </View>
      ) : view.phase === 'failed' && leadsNowhere(view.error.code) ? (
        <Empty sentence={words.brokenLink} action={toHome} />
      ) : view.phase === 'failed' ? (
        <Failure sentence={trouble(view.error, telling)} onRetry={() => void refresh()} />
      ) : (
        <SessionContent
          view={view.value}
          keptSince={view.keptSince}
          passing={query.pass ?? null}
          telling={telling}
        />
      )}
    </Screen>
  )
}

// A link that was cut off names nothing, or nothing that could be.
function leadsNowhere(code: string): boolean {
  return code === 'not_found' || code === 'bad_input'
}
