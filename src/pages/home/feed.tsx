import { View } from '@tarojs/components'
import { LongList } from '@/components/long-list/long-list'
import { More } from '@/components/more/more'
import { Section } from '@/components/section/section'
import { Empty } from '@/components/state/empty'
import type { FeedItem } from '@/contract/feed-item'
import type { Home } from '@/contract/get-home'
import type { Telling } from '@/copy/date'
import { home as words } from '@/copy/home'
import { FeedRow } from '@/pages/feed-row'
import { watchNearness } from '@/platform/nearness'
import { chosenFrom, groupFeed, weekendFrom } from '@/stores/feed'
import { useHome } from '@/stores/home'
import { FeedChooser } from './feed-chooser'

/** Has no points yet, has served no hour this year, and has booked nothing. */
function isNewcomer({ points, next }: Home): boolean {
  return points.canPay === 0 && points.minutesThisYear === 0 && next === null
}

interface FeedProps {
  home: Home
  telling: Telling
}

/** What there is to go to: grouped as long as nothing is chosen, then a plain list. */
export function Feed({ home, telling }: FeedProps) {
  const choice = useHome((store) => store.choice)
  const choose = useHome((store) => store.choose)
  const more = useHome((store) => store.more)
  const nextPage = useHome((store) => store.nextPage)
  const row = (item: FeedItem) => (
    <FeedRow key={item.id} item={item} communityId={home.community.id} telling={telling} />
  )
  const group = (title: string, items: FeedItem[]) =>
    items.length > 0 ? (
      <View className="stack">
        <Section title={title} />
        <LongList rows={items} row={row} watch={watchNearness} spaced />
      </View>
    ) : null

  const chosen = chosenFrom(home.sessions, choice, telling.now)
  const groups = groupFeed(home.sessions, telling.now, isNewcomer(home))
  const everything = choice.filter === 'all' && choice.day === null
  if (home.sessions.length === 0) return <Empty sentence={words.empty} />
  return (
    <>
      <FeedChooser sessions={home.sessions} choice={choice} telling={telling} onChoose={choose} />
      {everything ? (
        <>
          {group(words.free, groups.free)}
          {group(words.hands, groups.hands)}
          {group(words.soon, groups.soon)}
          {group(words.weekend(weekendFrom(telling.now).thisWeek), groups.weekend)}
          {group(words.later, groups.later)}
        </>
      ) : chosen.length > 0 ? (
        <LongList rows={chosen} row={row} watch={watchNearness} spaced />
      ) : home.nextCursor === null ? (
        <Empty
          sentence={words.emptyChoice}
          action={{ label: words.showAll, onPress: () => choose({ filter: 'all', day: null }) }}
        />
      ) : null}
      <More cursor={home.nextCursor} page={nextPage} onPress={() => void more()} />
    </>
  )
}
