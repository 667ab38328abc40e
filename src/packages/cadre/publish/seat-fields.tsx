import { Text, View } from '@tarojs/components'
import { Chips } from '@/components/choice/chips'
import { Tick } from '@/components/choice/tick'
import { ageBandWords } from '@/copy/age-band'
import { usualOpening } from '@/copy/call-template'
import { publish as words } from '@/copy/publish'
import { AGE_BANDS, type AgeBand } from '@/domain/age-band'
import type { SlotDraft } from '@/domain/call'
import type { Allocation } from '@/domain/slot'
import { HOUR, type Instant } from '@/domain/time'
import type { CallForm } from '@/stores/call-form'
import { usePublish } from '@/stores/publish'
import { DrawFields } from './draw-fields'
import type { SlotFieldsProps } from './slot-fields'
import { WindowFields } from './window-fields'

const LIMITS = [1, 2, 3, 4]
const ANY = ''
const ALLOCATIONS = [
  { value: 'booking' as const, label: words.byBooking },
  { value: 'draw' as const, label: words.byDraw },
]

/** What is drawn has no window and no opening of its own. */
function allocated(
  slot: SlotDraft,
  allocation: Allocation,
  form: CallForm,
  now: Instant,
): Partial<SlotDraft> {
  if (allocation === slot.allocation) return {}
  if (allocation === 'booking') return { allocation, drawAt: null, publicNumber: false }
  const usual = usualOpening(form.first)
  const drawAt = usual > now + HOUR ? usual : form.first.startsAt - HOUR
  return { allocation, drawAt, price: null, priorityOpensAt: null, opensAt: null }
}

export function SeatFields({ slot, at, form, telling, folded }: SlotFieldsProps & { folded: boolean }) {
  const changeSlot = usePublish((store) => store.changeSlot)
  const bands = [
    { value: ANY, label: words.anyAge },
    ...AGE_BANDS.map((value) => ({ value, label: ageBandWords(value) })),
  ]
  const limits = [
    { value: ANY, label: words.noLimit },
    ...LIMITS.map((count) => ({ value: String(count), label: words.places1(count) })),
  ]
  const drawn = slot.allocation === 'draw'
  return (
    <>
      <View className="field">
        <Text className="small soft">{words.ageBand}</Text>
        <Chips
          scroll
          label={words.ageBand}
          options={bands}
          chosen={slot.ageBand ?? ANY}
          onChoose={(band) => changeSlot(at, { ageBand: band === ANY ? null : (band as AgeBand) })}
        />
      </View>
      <View className="field">
        <Text className="small soft">{words.allocation}</Text>
        <Chips
          label={words.allocation}
          options={ALLOCATIONS}
          chosen={slot.allocation}
          onChoose={(allocation) => changeSlot(at, allocated(slot, allocation, form, telling.now))}
        />
      </View>
      {drawn ? (
        <DrawFields slot={slot} at={at} form={form} telling={telling} />
      ) : (
        <WindowFields slot={slot} at={at} form={form} telling={telling} />
      )}
      {folded ? null : (
        <>
          <View className="field">
            <Text className="small soft">{words.householdLimit}</Text>
            <Chips
              scroll
              label={words.householdLimit}
              options={limits}
              chosen={slot.householdLimit === null ? ANY : String(slot.householdLimit)}
              onChoose={(count) => changeSlot(at, { householdLimit: count === ANY ? null : Number(count) })}
            />
          </View>
          {drawn ? null : (
            <Tick
              label={words.newcomersFirst}
              hint={words.newcomersHint}
              on={slot.newcomersFirst}
              onToggle={() => changeSlot(at, { newcomersFirst: !slot.newcomersFirst })}
            />
          )}
        </>
      )}
    </>
  )
}
