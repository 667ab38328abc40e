import { Tick } from '@/components/choice/tick'
import { Stepper } from '@/components/stepper/stepper'
import { BOUNDS } from '@/contract/publish-call'
import { usualOpening } from '@/copy/call-template'
import { publish as words } from '@/copy/publish'
import { HOUR } from '@/domain/time'
import { usePublish } from '@/stores/publish'
import { anchorOf, useFault } from './fault-at'
import type { SlotFieldsProps } from './slot-fields'

const USUAL_PRICE = 10

/** Whether points open some of the places earlier, and how many of them. */
export function WindowFields({ slot, at, form, telling }: SlotFieldsProps) {
  const changeSlot = usePublish((store) => store.changeSlot)
  const path = `slots.${at}`
  const priceFault = useFault(`${path}.price`)
  const shareFault = useFault(`${path}.share`)
  const togglePrice = () => {
    if (slot.price !== null) return changeSlot(at, { price: null, priorityOpensAt: null })
    const usual = usualOpening(form.first)
    // Too near for the usual evening two days before: as late as still makes sense.
    const opensAt = slot.opensAt ?? (usual > telling.now + HOUR ? usual : form.first.startsAt - HOUR)
    changeSlot(at, { price: USUAL_PRICE, opensAt })
  }
  return (
    <>
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
    </>
  )
}
