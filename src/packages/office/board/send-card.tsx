import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button/button'
import { Chips } from '@/components/choice/chips'
import { Field } from '@/components/field/field'
import { Icon } from '@/components/icon/icon'
import { Section } from '@/components/section/section'
import { MOST_OF_GROUP_NAME } from '@/contract/record-share'
import type { FillBoard } from '@/contract/get-fill-board'
import { app } from '@/copy/app'
import { fillBoard as words, poster } from '@/copy/fill-board'
import type { CardPicture } from '@/copy/share-card'
import { pathOf } from '@/platform/navigation'
import { copyLink, SHARES_BY_CARD } from '@/platform/share'
import { toast } from '@/platform/toast'
import { useFillBoard } from '@/stores/fill-board'
import { useShare } from '@/stores/share'
import { PosterSheet } from './poster-sheet'

interface SendCardProps {
  picture: CardPicture
  at: { communityId: string; sessionId: string }
  board: FillBoard
}

/** A card or link for one chat group more, which will show what it brought. */
export function SendCard({ at, board, picture }: SendCardProps) {
  const group = useFillBoard((store) => store.group)
  const nameGroup = useFillBoard((store) => store.nameGroup)
  const shared = useFillBoard((store) => store.shared)
  const h = useShare((store) => store.next)
  const { groups } = board
  const [postering, setPostering] = useState(false)
  const copy = async () => {
    const copied = await copyLink(pathOf('session', { c: at.communityId, s: at.sessionId, h }))
    toast(copied.ok ? app.linkCopied : app.linkNotCopied)
    if (copied.ok) await shared()
  }
  return (
    <View className="stack">
      <Section title={words.send} />
      <View className="card stack">
        {groups.length > 0 ? (
          <Chips
            options={groups.map((value) => ({ value, label: value }))}
            chosen={group}
            onChoose={(name) => nameGroup(name === group ? '' : name)}
            label={words.group}
            scroll
          />
        ) : null}
        <Field
          id="share-group"
          label={words.group}
          value={group}
          onChange={nameGroup}
          placeholder={words.groupPlaceholder}
          hint={words.sendHint}
          maxLength={MOST_OF_GROUP_NAME}
        />
        <Button
          id="board-share"
          tone="go"
          fit="wide"
          share={SHARES_BY_CARD}
          onPress={() => {
            if (!SHARES_BY_CARD) void copy()
          }}
        >
          <Icon name="share" size="small" />
          {SHARES_BY_CARD ? words.sendCard : words.copyLink}
        </Button>
        <Button id="board-poster" tone="quiet" fit="wide" onPress={() => setPostering(true)}>
          {poster.open}
        </Button>
      </View>
      {postering ? <PosterSheet at={at} picture={picture} onClose={() => setPostering(false)} /> : null}
    </View>
  )
}
