import { Text, View } from '@tarojs/components'
import { Chips } from '@/components/choice/chips'
import { DayBox, TimeBox } from '@/components/pick-box/pick-box'
import { usualOpening } from '@/copy/call-template'
import { publish as words } from '@/copy/publish'
import { HOUR, type Instant } from '@/domain/time'
import { usePublish } from '@/stores/publish'
import { anchorOf, useFault } from './fault-at'
import type { SlotFieldsProps } from './slot-fields'

/** When a slot opens: early for points where there is a price, and for everybody. */
export function OpeningFields({ slot, at, form, telling }: SlotFieldsProps) {
  const changeSlot = usePublish((store) => store.changeSlot)
  const path = `slots.${at}`
  const priorityFault = useFault(`${path}.priorityOpensAt`)
  const opensFault = useFault(`${path}.opensAt`)
  const usual = Math.max(usualOpening(form.first), telling.now + HOUR)
  return (
    <View className="stack slot-part">
      {slot.price === null ? null : (
        <OpeningField
          id={anchorOf(`${path}.priorityOpensAt`)}
          label={words.priorityOpensAt}
          at={slot.priorityOpensAt}
          otherwise={telling.now + HOUR}
          now={telling.now}
          fault={priorityFault}
          onPick={(priorityOpensAt) => changeSlot(at, { priorityOpensAt })}
        />
      )}
      <OpeningField
        id={anchorOf(`${path}.opensAt`)}
        label={words.opensAt}
        at={slot.opensAt}
        otherwise={usual}
        now={telling.now}
        fault={opensFault}
        onPick={(opensAt) => changeSlot(at, { opensAt })}
      />
    </View>
  )
}

interface OpeningFieldProps {
  id: string
  label: string
  /** null: with the publishing */
  at: Instant | null
  /** where to begin when a time is wanted */
  otherwise: Instant
  now: Instant
  fault: string | null
  onPick(at: Instant | null): void
}

function OpeningField({ id, label, at, otherwise, now, fault, onPick }: OpeningFieldProps) {
  return (
    <View className="field" id={id}>
      <Text className="small soft">{label}</Text>
      <Chips
        label={label}
        options={[
          { value: 'now', label: words.atOnce },
          { value: 'then', label: words.atTime },
        ]}
        chosen={at === null ? 'now' : 'then'}
        onChoose={(when) => onPick(when === 'now' ? null : (at ?? otherwise))}
      />
      {at === null ? null : (
        <View className="pair">
          <View className="pair-part">
            <DayBox label={label} at={at} now={now} wrong={fault !== null} onPick={onPick} />
          </View>
          <View className="pair-part">
            <TimeBox label={label} at={at} wrong={fault !== null} onPick={onPick} />
          </View>
        </View>
      )}
      {fault ? <Text className="small in-stop">{fault}</Text> : null}
    </View>
  )
}
