import { useDidShow } from '@tarojs/taro'
import { Screen } from '@/components/screen/screen'
import { Empty } from '@/components/state/empty'
import { Failure } from '@/components/state/failure'
import { Loading } from '@/components/state/loading'
import { invitation as words } from '@/copy/family'
import { trouble } from '@/copy/trouble'
import { readInvitationLink } from '@/domain/link'
import { useQuery } from '@/platform/entry'
import { openTab, pathOf } from '@/platform/navigation'
import { useShareCard } from '@/platform/share'
import { useInvitation } from '@/stores/invitation'
import { useTelling } from '@/stores/telling'
import { Invited } from './invited'
import { Settled } from './settled'
import './index.scss'

/** Where the link of an invitation leads: who invites, what it means, and one button; for its sender the card to send. */
export default function Invitation() {
  const telling = useTelling()
  const link = readInvitationLink(useQuery('packages/resident/invitation/index'))
  const invitation = useInvitation((store) => store.invitation)
  const refresh = useInvitation((store) => store.refresh)
  const read = () => (link ? refresh(link) : undefined)
  useDidShow(() => void read())
  const path = link
    ? pathOf('invitation', { c: link.communityId, i: link.invitationId })
    : '/pages/home/index'
  useShareCard({ title: words.card, path })

  const content = () => {
    if (!link) {
      return (
        <Empty sentence={words.broken} action={{ label: words.toHome, onPress: () => openTab('home') }} />
      )
    }
    if (invitation.phase === 'loading') return <Loading rows={2} />
    if (invitation.phase === 'failed') {
      return <Failure sentence={trouble(invitation.error, telling)} onRetry={() => void read()} />
    }
    const { state, own } = invitation.value
    return state === 'open' && own ? (
      <Invited link={link} invitation={invitation.value} own={own} telling={telling} />
    ) : (
      <Settled link={link} path={path} invitation={invitation.value} telling={telling} />
    )
  }
  return (
    <Screen id="invitation" elder={telling.elder}>
      {content()}
    </Screen>
  )
}
