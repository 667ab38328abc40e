import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button/button'
import { Chips } from '@/components/choice/chips'
import { Icon } from '@/components/icon/icon'
import { Sheet } from '@/components/sheet/sheet'
import { Note } from '@/components/state/note'
import type { Answer } from '@/contract/actions'
import type { Telling } from '@/copy/date'
import { family as words } from '@/copy/family'
import { roleWords } from '@/copy/household-refusal'
import { trouble } from '@/copy/trouble'
import type { FamilyRole } from '@/domain/invitation'
import { openPage } from '@/platform/navigation'
import { useFamily } from '@/stores/family'
import { useMembership } from '@/stores/membership'

interface InvitationsProps {
  household: Answer<'getHousehold'>
  telling: Telling
}

/** Links that are out and nobody has accepted yet, and making another. */
export function Invitations({ household, telling }: InvitationsProps) {
  const { invitations, room } = household
  const [inviting, setInviting] = useState(false)
  const pending = useFamily((store) => store.pending)
  const error = useFamily((store) => store.error)
  const change = useFamily((store) => store.change)
  const begin = useFamily((store) => store.begin)
  const communityId = useMembership((store) => store.communityId)
  const out = invitations.filter((it) => it.accepted === null)
  const show = (i: string) => {
    if (communityId !== null) openPage('invitation', { c: communityId, i })
  }
  const begins = (open: boolean) => {
    begin()
    setInviting(open)
  }
  return (
    <>
      {out.length > 0 ? (
        <View className="card household-list">
          {out.map((it) => (
            <View key={it.id} className="item wrap invitation-row" data-id={it.id}>
              <View className="grow">
                <View>{words.out(it.role)}</View>
                <Text className="small soft">{words.until(it.expiresAt, telling.now)}</Text>
              </View>
              <View className="row">
                <Button
                  fit="slim"
                  tone="quiet"
                  busy={pending !== null}
                  onPress={() => void change('withdrawInvitation', { invitationId: it.id })}
                >
                  {words.withdraw}
                </Button>
                <Button fit="slim" tone="go" onPress={() => show(it.id)}>
                  {words.open}
                </Button>
              </View>
            </View>
          ))}
        </View>
      ) : null}
      {error && !inviting ? <Note tone="stop" words={trouble(error, telling)} /> : null}
      {room.length > 0 ? (
        <Button id="invite" tone="quiet" onPress={() => begins(true)}>
          <Icon name="add" size="small" />
          <Text>{words.invite}</Text>
        </Button>
      ) : (
        <View className="small soft">{words.full}</View>
      )}
      <InviteSheet
        open={inviting}
        room={room}
        telling={telling}
        onMade={(id) => {
          setInviting(false)
          show(id)
        }}
        onClose={() => begins(false)}
      />
    </>
  )
}

interface InviteSheetProps {
  open: boolean
  room: FamilyRole[]
  telling: Telling
  onMade(invitationId: string): void
  onClose(): void
}

function InviteSheet({ open, room, telling, onMade, onClose }: InviteSheetProps) {
  const [wanted, setWanted] = useState<FamilyRole | null>(null)
  const pending = useFamily((store) => store.pending)
  const error = useFamily((store) => store.error)
  const change = useFamily((store) => store.change)
  const role = wanted !== null && room.includes(wanted) ? wanted : (room[0] ?? 'family')
  const make = async () => {
    const made = await change('inviteToHousehold', { role })
    if (made) onMade(made.invitationId)
  }
  return (
    <Sheet open={open} id="invite-sheet" title={words.invite} onClose={onClose}>
      <View className="small soft">{words.inviteWho}</View>
      <Chips<FamilyRole>
        label={words.inviteWho}
        options={room.map((value) => ({ value, label: roleWords(value) }))}
        chosen={role}
        onChoose={setWanted}
      />
      <View>{words.inviteHint(role)}</View>
      {error ? <Note tone="stop" words={trouble(error, telling)} /> : null}
      <Button id="make-invitation" tone="go" busy={pending !== null} onPress={() => void make()}>
        {words.make}
      </Button>
    </Sheet>
  )
}
