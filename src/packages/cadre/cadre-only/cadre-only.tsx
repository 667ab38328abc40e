import { useEffect, type PropsWithChildren } from 'react'
import { Screen } from '@/components/screen/screen'
import { Empty } from '@/components/state/empty'
import { Loading } from '@/components/state/loading'
import { cadre as words } from '@/copy/cadre'
import { mayActAs } from '@/domain/role'
import { PersonaSwitch } from '@/pages/persona-switch/persona-switch'
import { openTab } from '@/platform/navigation'
import { useMember, useMembership } from '@/stores/membership'
import { useTelling } from '@/stores/telling'

interface CadreOnlyProps {
  id: string
  /** the server said that this is no cadre */
  refused?: boolean
  /** a leader may come here too, which the server alone knows */
  forLeaders?: boolean
}

/** A cadre's page. Who is none is told so and sees nothing else; the server decides. */
export function CadreOnly({
  id,
  refused = false,
  forLeaders = false,
  children,
}: PropsWithChildren<CadreOnlyProps>) {
  const telling = useTelling()
  const member = useMember()
  const phase = useMembership((store) => store.memberships.phase)
  const settle = useMembership((store) => store.settle)
  useEffect(() => {
    if (useMembership.getState().memberships.phase !== 'ready') void settle()
  }, [settle])
  // Where it cannot be found out the page itself asks, and says what is the matter.
  const allowed = forLeaders || phase !== 'ready' || (member !== null && mayActAs(member.role, 'cadre'))
  return (
    <Screen id={id} elder={telling.elder}>
      {phase === 'loading' ? (
        <Loading rows={4} />
      ) : allowed && !refused ? (
        children
      ) : (
        <Empty sentence={words.onlyCadres} action={{ label: words.toHome, onPress: () => openTab('home') }} />
      )}
      <PersonaSwitch telling={telling} />
    </Screen>
  )
}
