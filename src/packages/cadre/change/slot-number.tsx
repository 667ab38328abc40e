import { Text, View } from '@tarojs/components'
import { Button } from '@/components/button/button'
import { Tick } from '@/components/choice/tick'
import { Stepper } from '@/components/stepper/stepper'
import { BOUNDS } from '@/contract/publish-call'
import type { Roster } from '@/contract/get-roster'
import { change as words, resizeLabel, wouldWords } from '@/copy/change'
import { useChange } from '@/stores/change'
import type { ChangeForm, SeenSession } from '@/stores/change-form'

interface SlotNumberProps {
  slot: Roster['slots'][number]
  seen: SeenSession
  form: ChangeForm
}

/** How many places a slot has, and what another number would do, before it is done. */
export function SlotNumber({ slot, seen, form }: SlotNumberProps) {
  const would = useChange((store) => store.would[slot.id])
  const pending = useChange((store) => store.pending)
  const resize = useChange((store) => store.resize)
  const keepWindow = useChange((store) => store.keepWindow)
  const save = useChange((store) => store.saveSlot)
  const was = seen.capacities[slot.id] ?? slot.capacity
  const is = form.capacities[slot.id] ?? was
  const kept = form.kept.includes(slot.id)
  const [min, max] = BOUNDS.capacity
  const costs = would !== undefined && would.released.parties > 0
  return (
    <View className="card stack" data-slot={slot.id}>
      <Stepper
        id={`places-${slot.id}`}
        label={slot.title}
        value={is}
        min={min}
        max={max}
        hint={words.taken(slot.rows.length, slot.waitlist)}
        onChange={(capacity) => void resize(slot.id, capacity)}
      />
      {is === was ? null : (
        <>
          <Text className={costs ? 'small in-stop change-would' : 'small soft change-would'}>
            {would ? wouldWords(would, was) : words.counting}
          </Text>
          {kept || (would && would.ofWindow > 0) ? (
            <Tick
              id="keep-window"
              label={words.keepWindow}
              hint={kept ? null : words.keepHint(would?.ofWindow ?? 0)}
              on={kept}
              onToggle={() => void keepWindow(slot.id, !kept)}
            />
          ) : null}
          <Button
            id={`save-${slot.id}`}
            tone={costs ? 'stop' : 'go'}
            fit="wide"
            off={!would}
            busy={pending !== null}
            onPress={() => void save(slot.id)}
          >
            {resizeLabel(was, is)}
          </Button>
        </>
      )}
    </View>
  )
}
