import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Chips } from '@/components/choice/chips'
import { Tick } from '@/components/choice/tick'
import { Icon } from '@/components/icon/icon'
import { Press } from '@/components/press/press'
import { Stepper } from '@/components/stepper/stepper'
import { WrittenField } from '@/components/written-field/written-field'
import { BOUNDS, MOST_CHARACTERS } from '@/contract/publish-call'
import type { Telling } from '@/copy/date'
import { openingLine, publish as words } from '@/copy/publish'
import { skillWords } from '@/copy/skill'
import type { SlotDraft } from '@/domain/call'
import { SKILLS, type Skill } from '@/domain/skill'
import type { CallForm } from '@/stores/call-form'
import { usePublish } from '@/stores/publish'
import { anchorOf, useFault, useFaultsUnder } from './fault-at'
import { OpeningFields } from './opening-fields'
import { SeatFields } from './seat-fields'
import { slotFigures } from './slot-figures'

export interface SlotFieldsProps {
  slot: SlotDraft
  /** its place in the form */
  at: number
  form: CallForm
  telling: Telling
}

// Faults in fields that may be folded away open them.
const FOLDED = ['priorityOpensAt', 'opensAt', 'householdLimit', 'skill', 'withChildren', 'share']

/** One kind of post or seat. What is seldom changed is folded away. */
export function SlotFields(props: SlotFieldsProps) {
  const { slot, at, form, telling } = props
  const changeSlot = usePublish((store) => store.changeSlot)
  const removeSlot = usePublish((store) => store.removeSlot)
  const [unfolded, setUnfolded] = useState(false)
  const path = `slots.${at}`
  const folded = !useFaultsUnder(path, FOLDED) && !unfolded
  const isPost = slot.kind === 'post'
  return (
    <View className={`card stack form-card edge ${isPost ? 'hands' : 'go'}`} data-slot={at}>
      <View className="row between slot-head">
        <View className="grow">
          <Text className="strong">{isPost ? words.post : words.seat}</Text>
          <Text className="small soft"> {isPost ? words.postHint : words.seatHint}</Text>
        </View>
        {form.slots.length > 1 ? (
          <Press className="small in-stop" onPress={() => removeSlot(at)}>
            {words.remove}
          </Press>
        ) : null}
      </View>
      <View id={anchorOf(`${path}.title`)}>
        <WrittenField
          label={isPost ? words.postTitle : words.seatTitle}
          value={slot.title}
          most={MOST_CHARACTERS.slotTitle}
          placeholder={isPost ? words.postTitlePlaceholder : words.seatTitlePlaceholder}
          fault={useFault(`${path}.title`)}
          onChange={(title) => changeSlot(at, { title })}
        />
      </View>
      <Stepper
        id={anchorOf(`${path}.capacity`)}
        label={isPost ? words.postCapacity : words.seatCapacity}
        value={slot.capacity}
        min={BOUNDS.capacity[0]}
        max={BOUNDS.capacity[1]}
        fault={useFault(`${path}.capacity`)}
        onChange={(capacity) => changeSlot(at, { capacity })}
      />
      {isPost ? <PointsField {...props} /> : <SeatFields {...props} folded={folded} />}
      {isPost && !folded ? <PostExtras {...props} /> : null}
      {folded || slot.allocation === 'draw' ? null : <OpeningFields {...props} />}
      <View className={`small numbers slot-line notice ${slot.price === null ? '' : 'points'}`}>
        <Text>{openingLine(slotFigures(slot, form, telling.now), telling)}</Text>
      </View>
      <Press className="row tight small soft" onPress={() => setUnfolded(folded)}>
        <Text>{folded ? words.moreSettings : words.less}</Text>
        <Icon name={folded ? 'down' : 'minus'} size="small" />
      </Press>
    </View>
  )
}

function PointsField({ slot, at }: SlotFieldsProps) {
  const changeSlot = usePublish((store) => store.changeSlot)
  return (
    <Stepper
      id={anchorOf(`slots.${at}.points`)}
      label={words.points}
      hint={words.pointsHint}
      value={slot.points}
      min={BOUNDS.points[0]}
      max={BOUNDS.points[1]}
      step={5}
      fault={useFault(`slots.${at}.points`)}
      onChange={(points) => changeSlot(at, { points })}
    />
  )
}

function PostExtras({ slot, at }: SlotFieldsProps) {
  const changeSlot = usePublish((store) => store.changeSlot)
  const skills = [
    { value: '', label: words.anySkill },
    ...SKILLS.map((value) => ({ value, label: skillWords(value) })),
  ]
  return (
    <>
      <View className="field">
        <Text className="small soft">{words.skill}</Text>
        <Chips
          scroll
          label={words.skill}
          options={skills}
          chosen={slot.skill ?? ''}
          onChoose={(skill) => changeSlot(at, { skill: skill === '' ? null : (skill as Skill) })}
        />
      </View>
      <Tick
        label={words.withChildren}
        hint={words.withChildrenHint}
        on={slot.withChildren}
        onToggle={() => changeSlot(at, { withChildren: !slot.withChildren })}
      />
    </>
  )
}
