import { Text, View } from '@tarojs/components'
import { Button } from '@/components/button/button'
import { MenuRow } from '@/components/menu-row/menu-row'
import type { SessionView, SlotView } from '@/contract/session-view'
import type { Telling } from '@/copy/date'
import { draw as words, outcomeMark } from '@/copy/draw'
import { whoAll } from '@/copy/who'
import { openPage } from '@/platform/navigation'
import { useSession } from '@/stores/session'
import { beforeDraw } from '@/stores/draw-standing'

interface DrawsProps {
  view: SessionView
  telling: Telling
}

/** What is drawn here: this household's application, and the way to the public record. */
export function Draws({ view, telling }: DrawsProps) {
  return (
    <>
      {view.slots.map((slot) =>
        slot.draw ? <Draw key={slot.id} view={view} slot={slot} telling={telling} /> : null,
      )}
    </>
  )
}

function Draw({ view, slot, telling }: DrawsProps & { slot: SlotView }) {
  const drawn = slot.terms.drawnAt !== null
  return (
    <View className="card">
      <Application view={view} slot={slot} telling={telling} />
      <MenuRow
        id="draw-record"
        icon="shield"
        title={drawn ? words.resultLink : words.howLink}
        onPress={() => openPage('draw', { c: view.community.id, d: slot.id })}
      />
    </View>
  )
}

function Application({ view, slot, telling }: DrawsProps & { slot: SlotView }) {
  const pending = useSession((store) => store.pending)
  const withdraw = useSession((store) => store.withdraw)
  const own = slot.draw?.own
  if (!own) return null
  const party = view.people.filter(({ id }) => own.attendees.some((attendee) => attendee.id === id))
  // Nobody is told about themselves by name.
  const names = whoAll(party.map(({ kind, name }) => ({ name: kind === 'resident' ? '' : name })))
  const mark = slot.terms.drawnAt === null ? null : outcomeMark(own)
  const open = beforeDraw(slot, telling.now)?.is === 'applied'
  return (
    <View className="item" data-id={own.id}>
      <View className="grow">
        <View className="strong">{names}</View>
        {slot.terms.drawAt !== null && !mark ? (
          <View className="small soft numbers">{words.applied(slot.terms.drawAt, telling)}</View>
        ) : null}
      </View>
      {mark ? <View className={`chip ${mark.tone}`}>{mark.words}</View> : null}
      {open ? (
        <Button id="withdraw" tone="quiet" fit="slim" busy={pending} onPress={() => void withdraw(own.id)}>
          <Text>{words.withdraw}</Text>
        </Button>
      ) : null}
    </View>
  )
}
