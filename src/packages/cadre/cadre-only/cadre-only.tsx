import { useEffect, type PropsWithChildren } from 'react'
import { Screen } from '@/components/screen/screen'
import { Empty } from '@/components/state/empty'
import { cadre as words } from '@/copy/cadre'
import { mayActAs } from '@/domain/role'
import { PersonaSwitch } from '@/pages/persona-switch/persona-switch'
import { openTab } from '@/platform/navigation'
import { useMember, useMembership } from '@/stores/membership'
import { useTelling } from '@/stores/telling'

/** A cadre's page. Who is none is told so; the server decides, this only spares the disappointment. */
export function CadreOnly({ id, children }: PropsWithChildren<{ id: string }>) {
  const telling = useTelling()
  const member = useMember()
  const known = useMembership((store) => store.memberships.phase === 'ready')
  const settle = useMembership((store) => store.settle)
  useEffect(() => {
    if (!known) void settle()
  }, [known, settle])
  const allowed = !known || (member !== null && mayActAs(member.role, 'cadre'))
  return (
    <Screen id={id} elder={telling.elder}>
      {allowed ? (
        children
      ) : (
        <Empty sentence={words.onlyCadres} action={{ label: words.toHome, onPress: () => openTab('home') }} />
      )}
      <PersonaSwitch telling={telling} />
    </Screen>
  )
}
