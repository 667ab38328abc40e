import { View } from '@tarojs/components'
import { Button } from '@/components/button/button'
import { Note } from '@/components/state/note'
import type { Answer } from '@/contract/actions'
import type { Telling } from '@/copy/date'
import { family as words } from '@/copy/family'
import { trouble } from '@/copy/trouble'
import { useFamily } from '@/stores/family'

interface JoiningProps {
  household: Answer<'getHousehold'>
  telling: Telling
}

/** Who accepted an invitation, and comes in once a guardian knows them. */
export function Joining({ household, telling }: JoiningProps) {
  const pending = useFamily((store) => store.pending)
  const error = useFamily((store) => store.error)
  const change = useFamily((store) => store.change)
  const waiting = household.invitations.flatMap(({ id, role, accepted }) =>
    accepted ? [{ invitationId: id, role, accepted }] : [],
  )
  if (waiting.length === 0) return null
  return (
    <>
      {waiting.map(({ invitationId, role, accepted }) => (
        <View key={invitationId} className="card stack joining-card" data-id={invitationId}>
          <View className="strong">{words.waits(accepted.name, role)}</View>
          <View className="small soft">{words.waitsHint}</View>
          <Button
            id="confirm-joining"
            tone="go"
            busy={pending !== null}
            onPress={() => void change('confirmJoining', { invitationId, residentId: accepted.id })}
          >
            {words.confirm}
          </Button>
          <Button
            id="decline-joining"
            tone="quiet"
            busy={pending !== null}
            onPress={() => void change('withdrawInvitation', { invitationId })}
          >
            {words.decline}
          </Button>
        </View>
      ))}
      {error ? <Note tone="stop" words={trouble(error, telling)} /> : null}
    </>
  )
}
