import { Text, View } from '@tarojs/components'
import { useDidShow, useReachBottom } from '@tarojs/taro'
import { LongList } from '@/components/long-list/long-list'
import { More } from '@/components/more/more'
import { Press } from '@/components/press/press'
import { Screen } from '@/components/screen/screen'
import { Empty } from '@/components/state/empty'
import { Failure } from '@/components/state/failure'
import { Loading } from '@/components/state/loading'
import type { Notice } from '@/contract/list-notices'
import { ago, type Telling } from '@/copy/date'
import { inbox as words, noticeWords } from '@/copy/inbox'
import { trouble } from '@/copy/trouble'
import { watchNearness } from '@/platform/nearness'
import { openPage, openTab } from '@/platform/navigation'
import { usePullDown } from '@/platform/pull-down'
import { useInbox } from '@/stores/inbox'
import { useMembership } from '@/stores/membership'
import { useTelling } from '@/stores/telling'

/** What the statement says more about. */
const OF_POINTS: Notice['kind'][] = ['points_corrected', 'dispute_answered']

/** What the household's page is about. */
const OF_HOUSEHOLD: Notice['kind'][] = ['confirmed', 'joining_waits', 'household_joined', 'age_band_due']

export default function Inbox() {
  const telling = useTelling()
  const inbox = useInbox((store) => store.inbox)
  const refresh = useInbox((store) => store.refresh)
  const more = useInbox((store) => store.more)
  const nextPage = useInbox((store) => store.nextPage)
  const communityId = useMembership((store) => store.communityId)
  useDidShow(() => void refresh())
  usePullDown(refresh)
  useReachBottom(() => void more())

  const open = (notice: Notice) => {
    if (OF_POINTS.includes(notice.kind)) openTab('points')
    else if (notice.session && communityId) {
      openPage(pageOf(notice.kind), { c: communityId, s: notice.session.id })
    } else if (OF_HOUSEHOLD.includes(notice.kind)) openPage('household')
    else openTab('points')
  }
  return (
    <Screen id="inbox" elder={telling.elder}>
      {inbox.phase === 'loading' ? (
        <Loading />
      ) : inbox.phase === 'failed' ? (
        <Failure sentence={trouble(inbox.error, telling)} onRetry={() => void refresh()} />
      ) : inbox.value.notices.length === 0 ? (
        <Empty sentence={words.empty} />
      ) : (
        <>
          <LongList
            rows={inbox.value.notices}
            row={(it) => <NoticeCard key={it.id} notice={it} telling={telling} onOpen={() => open(it)} />}
            watch={watchNearness}
            spaced
          />
          <More cursor={inbox.value.nextCursor} page={nextPage} onPress={() => void more()} />
        </>
      )}
    </Screen>
  )
}

/** Of those that are about one session. */
function pageOf(kind: Notice['kind']) {
  if (kind === 'draw_number_due') return 'roster'
  return kind === 'points_credited' ? 'keepsake' : 'session'
}

interface NoticeCardProps {
  notice: Notice
  telling: Telling
  onOpen(): void
}

function NoticeCard({ notice, telling, onOpen }: NoticeCardProps) {
  const { title, sentence } = noticeWords(notice, telling)
  return (
    <Press className="card notice-row" dataId={notice.id} onPress={onOpen}>
      <View className="row">
        {notice.readAt === null ? <View className="red-dot" /> : null}
        <Text className="strong grow">{title}</Text>
        <Text className="small soft">{ago(notice.createdAt, telling)}</Text>
      </View>
      <Text className="small soft">{sentence}</Text>
    </Press>
  )
}
