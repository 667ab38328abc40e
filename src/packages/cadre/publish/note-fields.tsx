import { View } from '@tarojs/components'
import { Section } from '@/components/section/section'
import { Stepper } from '@/components/stepper/stepper'
import { WrittenField } from '@/components/written-field/written-field'
import { BOUNDS, MOST_CHARACTERS } from '@/contract/publish-call'
import { publish as words } from '@/copy/publish'
import { needsRiskNote } from '@/domain/activity'
import type { CallForm } from '@/stores/call-form'
import { usePublish } from '@/stores/publish'
import { anchorOf, useFault } from './fault-at'

type Note = 'description' | 'bring' | 'riskNote' | 'insurance' | 'contact'

/** What one should know before coming; safety first where the kind of service asks for it. */
export function NoteFields({ form }: { form: CallForm }) {
  const change = usePublish((store) => store.change)
  const { activity } = form
  const risky = needsRiskNote(activity.kind)
  const write = (part: Partial<CallForm['activity']>) =>
    change({ ...form, activity: { ...activity, ...part } })
  const note = (field: Note, rest: { lines?: boolean; placeholder?: string; hint?: string } = {}) => (
    <NoteField key={field} field={field} form={form} onWrite={(text) => write({ [field]: text })} {...rest} />
  )
  const safety = [
    note('riskNote', { lines: true }),
    note('insurance', { lines: true, ...(activity.insurance ? { hint: words.insuranceHint } : {}) }),
  ]
  return (
    <>
      <Section title={words.toKnow} />
      <View className="card stack form-card">
        {risky ? safety : null}
        {note('description', { lines: true })}
        {note('bring', { lines: true })}
        {note('contact', { placeholder: words.contactPlaceholder })}
        {risky ? null : safety}
        <Stepper
          id={anchorOf('activity.freeCancelHours')}
          label={words.freeCancel}
          hint={words.freeCancelHint}
          unit={words.freeCancelHours}
          value={activity.freeCancelHours}
          min={BOUNDS.freeCancelHours[0]}
          max={BOUNDS.freeCancelHours[1]}
          step={6}
          onChange={(freeCancelHours) => write({ freeCancelHours })}
        />
      </View>
    </>
  )
}

interface NoteFieldProps {
  field: Note
  form: CallForm
  onWrite(text: string): void
  lines?: boolean
  placeholder?: string
  hint?: string
}

function NoteField({ field, form, onWrite, ...rest }: NoteFieldProps) {
  const fault = useFault(`activity.${field}`)
  return (
    <View id={anchorOf(`activity.${field}`)}>
      <WrittenField
        label={words[field]}
        value={form.activity[field]}
        most={MOST_CHARACTERS[field]}
        fault={fault}
        onChange={onWrite}
        {...rest}
      />
    </View>
  )
}
