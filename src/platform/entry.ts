import Taro, { useDidShow, useRouter } from '@tarojs/taro'
import { useState } from 'react'

type Query = Record<string, string | undefined>

/**
 * The query of the page that is shown. useRouter remembers the first one: when the app is woken by a
 * share card while this page stands, the newer query is in the enter options.
 */
export function useQuery(path: string): Query {
  const first: Query = useRouter().params
  const [latest, setLatest] = useState<{ seen: string; query: Query }>({ seen: enterKey(path), query: first })
  useDidShow(() => {
    const seen = enterKey(path)
    if (seen !== '' && seen !== latest.seen) setLatest({ seen, query: enterQuery() })
  })
  return latest.query
}

const TIMELINE = 1154

/** The page is looked at in the timeline (朋友圈), outside the app: nobody is logged in there, nothing can be called. */
export function isSinglePage(): boolean {
  return process.env.TARO_ENV === 'weapp' && Taro.getLaunchOptionsSync().scene === TIMELINE
}

function enterQuery(): Query {
  return (Taro.getEnterOptionsSync().query ?? {}) as Query
}

// Woken by an entrance that names nothing, the page stays what it was.
function enterKey(path: string): string {
  if (process.env.TARO_ENV !== 'weapp') return ''
  const entered = Taro.getEnterOptionsSync()
  const names = entered.path === path && Object.keys(enterQuery()).length > 0
  return names ? JSON.stringify(enterQuery()) : ''
}
