import { Text, View } from '@tarojs/components'
import { Button } from '@/components/button/button'
import { Note } from '@/components/state/note'
import type { FillBoard } from '@/contract/get-fill-board'
import { app } from '@/copy/app'
import { ago, period, type Telling } from '@/copy/date'
import { fillBoard as words, openFor } from '@/copy/fill-board'
import type { CardPicture } from '@/copy/share-card'
import { trouble } from '@/copy/trouble'
import type { Instant } from '@/domain/time'
import { openPage } from '@/platform/navigation'
import { useFillBoard } from '@/stores/fill-board'
import { BoardSlot } from './board-slot'
import { Curve } from './curve'
import { SendCard } from './send-card'
import { Shares } from './shares'

interface BoardContentProps {
  picture: CardPicture
  at: { communityId: string; sessionId: string }
  board: FillBoard
  keptSince: Instant | null
  telling: Telling
}

export function BoardContent({ at, board, picture, keptSince, telling }: BoardContentProps) {
  const error = useFillBoard((store) => store.error)
  const { session, slots, from } = board
  const query = { c: at.communityId, s: at.sessionId }
  const sum = (of: 'held' | 'capacity') => slots.reduce((total, slot) => total + slot[of], 0)
  const opened = from <= telling.now
  const fills = session.cancelledAt === null && telling.now < session.startsAt
  return (
    <>
      {keptSince !== null ? <Note icon="offline" words={app.offline(ago(keptSince, telling))} /> : null}
      <View className="stack board-head">
        <View className="title">{session.title}</View>
        <View className="strong numbers">{period(session.startsAt, session.endsAt, telling)}</View>
        <View className="row">
          <Text className="soft grow">{session.place}</Text>
          <Button id="board-page" fit="slim" tone="quiet" onPress={() => openPage('session', query)}>
            {words.page}
          </Button>
          <Button id="board-roster" fit="slim" tone="quiet" onPress={() => openPage('roster', query)}>
            {words.roster}
          </Button>
        </View>
      </View>
      {session.cancelledAt !== null ? <Note tone="stop" icon="warning" words={words.cancelled} /> : null}
      <View className="card stack">
        <View className="row base">
          <Text className="hero" id="board-taken">
            {words.taken(sum('held'), sum('capacity'))}
          </Text>
          <Text className="small soft grow">
            {opened ? openFor(board, telling) : words.notYet(from, telling)}
          </Text>
        </View>
        <Curve board={board} />
        {error ? <Note tone="stop" icon="warning" words={trouble(error, telling)} /> : null}
        {slots.map((slot) => (
          <BoardSlot key={slot.id} slot={slot} telling={telling} />
        ))}
      </View>
      {fills ? <SendCard at={at} board={board} picture={picture} /> : null}
      <Shares board={board} telling={telling} />
    </>
  )
}
