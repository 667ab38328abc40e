import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button/button'
import { Field } from '@/components/field/field'
import { Icon } from '@/components/icon/icon'
import { Note } from '@/components/state/note'
import type { Answer } from '@/contract/actions'
import type { Telling } from '@/copy/date'
import { invitation as words } from '@/copy/family'
import { household } from '@/copy/household'
import { explain } from '@/copy/refusal'
import { trouble } from '@/copy/trouble'
import type { InvitationLink } from '@/domain/link'
import { isNickname, MOST_NAME, normaliseNickname } from '@/domain/nickname'
import { openPage } from '@/platform/navigation'
import { useInvitation } from '@/stores/invitation'

type Invitation = Answer<'getInvitation'>

interface InvitedProps {
  link: InvitationLink
  invitation: Invitation
  own: NonNullable<Invitation['own']>
  telling: Telling
}

/** What joining means, said before it is agreed to; and what stands in its way. */
export function Invited({ link, invitation, own, telling }: InvitedProps) {
  const [name, setName] = useState('')
  const [hint, setHint] = useState<string | null>(null)
  const pending = useInvitation((store) => store.pending)
  const error = useInvitation((store) => store.error)
  const accept = useInvitation((store) => store.accept)
  const { role, inviter } = invitation
  const { obstacle } = own
  const nameless = invitation.name === ''
  const join = () => {
    const missing = nameless && !isNickname(normaliseNickname(name), MOST_NAME)
    setHint(missing ? words.nameMissing : null)
    if (!missing) void accept(link, nameless ? name : null)
  }
  return (
    <>
      <View className="card stack">
        <View className="row">
          <Icon name="household" size="large" />
          <View className="title grow">{words.asks(inviter)}</View>
        </View>
        <View className="soft">
          {invitation.communityName} · {words.as(role)}
        </View>
        {obstacle ? null : (
          <View className="invitation-points">
            {pointsOf(role, own).map((line) => (
              <View key={line} className="row top">
                <Icon name="check" size="small" />
                <Text className="grow">{line}</Text>
              </View>
            ))}
          </View>
        )}
      </View>
      {obstacle ? (
        <>
          <Note tone="hands" icon="warning" words={explain(obstacle, telling)} />
          <Button id="to-household" tone="go" onPress={() => openPage('household')}>
            {words.toHousehold}
          </Button>
        </>
      ) : (
        <View className="stack">
          {nameless ? (
            <Field
              id="invited-name"
              label={words.name}
              value={name}
              maxLength={MOST_NAME}
              placeholder={household.namePlaceholder}
              hint={words.nameHint}
              fault={hint}
              onChange={setName}
            />
          ) : null}
          {error ? <Note tone="stop" words={trouble(error, telling)} /> : null}
          <Button id="accept-invitation" tone="go" busy={pending} onPress={join}>
            {words.accept}
          </Button>
          <View className="small soft middle">{words.until(invitation.expiresAt, telling.now)}</View>
        </View>
      )}
    </>
  )
}

function pointsOf(role: Invitation['role'], own: NonNullable<Invitation['own']>): string[] {
  return [
    words.can(role),
    words.points(own.points, own.waitDays),
    ...(own.children > 0 ? [words.children(own.children)] : []),
    words.bookings,
  ]
}
