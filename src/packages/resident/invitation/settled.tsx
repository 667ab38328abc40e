import { Text, View } from '@tarojs/components'
import { Button } from '@/components/button/button'
import { Icon } from '@/components/icon/icon'
import { Note } from '@/components/state/note'
import type { Answer } from '@/contract/actions'
import { app } from '@/copy/app'
import type { Telling } from '@/copy/date'
import { deadEnd, invitation as words } from '@/copy/family'
import { trouble } from '@/copy/trouble'
import type { InvitationLink } from '@/domain/link'
import { openPage, openTab } from '@/platform/navigation'
import { copyLink, SHARES_BY_CARD } from '@/platform/share'
import { toast } from '@/platform/toast'
import { useInvitation } from '@/stores/invitation'

interface SettledProps {
  link: InvitationLink
  path: string
  invitation: Answer<'getInvitation'>
  telling: Telling
}

/** An invitation there is nothing to agree to any more, or that is one's own. */
export function Settled({ link, path, invitation, telling }: SettledProps) {
  const pending = useInvitation((store) => store.pending)
  const error = useInvitation((store) => store.error)
  const takeBack = useInvitation((store) => store.takeBack)
  const { state } = invitation
  const { title, sentence } = deadEnd(state) ?? standing(invitation)
  const copy = async () => {
    const { ok } = await copyLink(path)
    toast(ok ? app.linkCopied : app.linkNotCopied)
  }
  return (
    <>
      <View className="card stack">
        <View className="row">
          <Icon name="household" size="large" />
          <View className="title grow">{title}</View>
        </View>
        <View>{sentence}</View>
        {state === 'own' ? (
          <View className="small soft">{words.until(invitation.expiresAt, telling.now)}</View>
        ) : null}
      </View>
      {error ? <Note tone="stop" words={trouble(error, telling)} /> : null}
      {state === 'own' ? (
        <Button
          id="share-invitation"
          tone="go"
          share={SHARES_BY_CARD}
          onPress={() => {
            if (!SHARES_BY_CARD) void copy()
          }}
        >
          <Icon name="share" size="small" />
          <Text>{SHARES_BY_CARD ? words.share : words.copyLink}</Text>
        </Button>
      ) : null}
      {state === 'waiting' ? (
        <Button id="take-back" tone="quiet" busy={pending} onPress={() => void takeBack(link)}>
          {words.takeBack}
        </Button>
      ) : null}
      {state === 'own' || state === 'joined' ? (
        <Button
          id="to-household"
          tone={state === 'own' ? 'quiet' : 'go'}
          onPress={() => openPage('household', { c: link.communityId })}
        >
          {words.toHousehold}
        </Button>
      ) : (
        <Button id="to-home" tone={state === 'waiting' ? 'quiet' : 'go'} onPress={() => openTab('home')}>
          {words.toHome}
        </Button>
      )}
    </>
  )
}

function standing({ state, inviter }: Answer<'getInvitation'>): { title: string; sentence: string } {
  if (state === 'own') return { title: words.ownTitle, sentence: words.own }
  if (state === 'waiting') return { title: words.waitingTitle, sentence: words.waiting(inviter) }
  return { title: words.joinedTitle, sentence: words.joined }
}
