import { Text, View } from '@tarojs/components'
import { Chips } from '@/components/choice/chips'
import { Tick } from '@/components/choice/tick'
import { Stepper } from '@/components/stepper/stepper'
import { BOUNDS } from '@/contract/publish-call'
import { ageBandWords } from '@/copy/age-band'
import { usualOpening } from '@/copy/call-template'
import { publish as words } from '@/copy/publish'
import { AGE_BANDS, type AgeBand } from '@/domain/age-band'
import { HOUR } from '@/domain/time'
import { usePublish } from '@/stores/publish'
import { anchorOf, useFault } from './fault-at'
import type { SlotFieldsProps } from './slot-fields'

const USUAL_PRICE = 10
const LIMITS = [1, 2, 3, 4]
const ANY = ''

export function SeatFields({ slot, at, form, telling, folded }: SlotFieldsProps & { folded: boolean }) {
  const changeSlot = usePublish((store) => store.changeSlot)
  const path = `slots.${at}`
  const priceFault = useFault(`${path}.price`)
  const shareFault = useFault(`${path}.share`)
  const bands = [
    { value: ANY, label: words.anyAge },
    ...AGE_BANDS.map((value) => ({ value, label: ageBandWords(value) })),
  ]
  const limits = [
    { value: ANY, label: words.noLimit },
    ...LIMITS.map((count) => ({ value: String(count), label: words.places1(count) })),
  ]
  const togglePrice = () => {
    if (slot.price !== null) return changeSlot(at, { price: null, priorityOpensAt: null })
    const usual = usualOpening(form.first)
    // Too near for the usual evening two days before: as late as still makes sense.
    const opensAt = slot.opensAt ?? (usual > telling.now + HOUR ? usual : form.first.startsAt - HOUR)
    changeSlot(at, { price: USUAL_PRICE, opensAt })
  }
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
      <Tick
        id={`by-points-${at}`}
        label={words.byPoints}
        hint={words.byPointsHint}
        on={slot.price !== null}
        onToggle={togglePrice}
      />
      {slot.price === null ? null : (
        <Stepper
          id={anchorOf(`${path}.price`)}
          label={words.price}
          value={slot.price}
          min={BOUNDS.price[0]}
          max={BOUNDS.price[1]}
          step={5}
          fault={priceFault}
          onChange={(price) => changeSlot(at, { price })}
        />
      )}
      {slot.price === null ? null : (
        <Stepper
          id={anchorOf(`${path}.share`)}
          label={words.share}
          unit={words.percent}
          value={slot.share}
          min={BOUNDS.share[0]}
          max={BOUNDS.share[1]}
          step={10}
          fault={shareFault}
          onChange={(share) => changeSlot(at, { share })}
        />
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
          <Tick
            label={words.newcomersFirst}
            hint={words.newcomersHint}
            on={slot.newcomersFirst}
            onToggle={() => changeSlot(at, { newcomersFirst: !slot.newcomersFirst })}
          />
        </>
      )}
    </>
  )
}
