import { Text, View } from '@tarojs/components'
import { Tick } from '@/components/choice/tick'
import { Icon } from '@/components/icon/icon'
import { Press } from '@/components/press/press'
import type { SessionView, SlotView } from '@/contract/session-view'
import { ageBandWords } from '@/copy/age-band'
import type { Telling } from '@/copy/date'
import { explain } from '@/copy/refusal'
import { session as words } from '@/copy/session'
import type { Standing } from '@/domain/standing'
import { openPage } from '@/platform/navigation'
import { useSession } from '@/stores/session'
import { candidates, personObstacle } from '@/stores/verdict'

interface PeopleProps {
  view: SessionView
  slot: SlotView
  chosen: string[]
  standing: Standing
  telling: Telling
}

/** Who the places are for. Those who fit are ticked already, so most often there is nothing to choose. */
export function People({ view, slot, chosen, standing, telling }: PeopleProps) {
  const toggle = useSession((store) => store.togglePerson)
  const usePoints = useSession((store) => store.usePoints)
  const toggleUsePoints = useSession((store) => store.toggleUsePoints)
  const people = candidates(view, slot)
  const forChildren = slot.terms.kind === 'seat' && slot.terms.ageBand !== null
  // Once applied, nobody is to be chosen before the draw.
  if (standing.is === 'applied' || standing.is === 'drawing') return null
  if (slot.terms.kind === 'post' || (people.length < 2 && !forChildren)) return null
  return (
    <View className="people">
      <View className="section">
        <Text>{words.forWhom}</Text>
        {slot.terms.price !== null && telling.now < slot.terms.opensAt ? (
          <Text className="in-points">{words.havePoints(slot.household.canPay)}</Text>
        ) : null}
      </View>
      {people.map((person) => {
        const booked = slot.booked.includes(person.id)
        const obstacle = booked ? null : personObstacle(view, slot, person, telling.now)
        const age = person.ageBand ? ageBandWords(person.ageBand) : ''
        return (
          <Tick
            key={person.id}
            id={`person-${person.id}`}
            label={[person.kind === 'resident' ? words.someone : person.name, age]
              .filter(Boolean)
              .join(' · ')}
            hint={booked ? words.booked : obstacle ? explain(obstacle, telling) : null}
            on={booked || (obstacle === null && chosen.includes(person.id))}
            off={booked || obstacle !== null}
            onToggle={() => toggle(person.id)}
          />
        )
      })}
      {standing.is === 'waitable' && standing.usePoints ? (
        <Tick
          id="use-points"
          label={words.payWithPoints}
          hint={words.payHint(standing.price * standing.party.length)}
          on={usePoints}
          onToggle={toggleUsePoints}
        />
      ) : null}
      {forChildren ? (
        <Press
          id="add-child"
          className="row tight people-add in-go"
          onPress={() => openPage('household', { c: view.community.id, add: 'child' })}
        >
          <Icon name="add" size="small" />
          <Text>{people.length > 0 ? words.addAnotherChild : words.addChild}</Text>
        </Press>
      ) : null}
    </View>
  )
}
