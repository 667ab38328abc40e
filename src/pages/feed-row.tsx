import { SessionRow } from '@/components/session-row/session-row'
import type { FeedItem } from '@/contract/feed-item'
import { moment, type Telling } from '@/copy/date'
import { feedMarks } from '@/copy/feed'
import { openPage } from '@/platform/navigation'
import { handsNeeded } from '@/stores/feed'

interface FeedRowProps {
  item: FeedItem
  communityId: string
  telling: Telling
}

/** A session of the feed, which leads to its page. */
export function FeedRow({ item, communityId, telling }: FeedRowProps) {
  return (
    <SessionRow
      id={item.id}
      title={item.title}
      cover={item.cover}
      when={moment(item.startsAt, telling)}
      place={item.place}
      marks={feedMarks(item, telling)}
      urgent={!item.mine && handsNeeded(item, telling.now) > 0}
      onOpen={() => openPage('session', { c: communityId, s: item.id })}
    />
  )
}
