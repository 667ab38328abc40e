import { Button } from '@/components/button/button'
import { Note } from '@/components/state/note'
import type { SessionView } from '@/contract/session-view'
import { thanks as words } from '@/copy/thanks'
import { useSession } from '@/stores/session'

/** After a class: one tap for who helped there, and for them how many families have tapped. */
export function Thanks({ thanks }: { thanks: SessionView['thanks'] }) {
  const pending = useSession((store) => store.pending)
  const thank = useSession((store) => store.thank)
  if (!thanks) return null
  return (
    <>
      {thanks.received > 0 ? <Note tone="points" words={words.received(thanks.received)} /> : null}
      {thanks.own === 'given' ? <Note tone="go" icon="check" words={words.given} /> : null}
      {thanks.own === 'open' ? (
        <Button id="thank" tone="done" fit="wide" busy={pending} onPress={() => void thank()}>
          {words.give}
        </Button>
      ) : null}
    </>
  )
}
