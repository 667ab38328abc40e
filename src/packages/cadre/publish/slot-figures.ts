import type { SlotFigures } from '@/copy/slot'
import { openingOf, type SlotDraft } from '@/domain/call'
import { draftOf, type CallForm } from '@/stores/call-form'

/** A slot of the form as it would stand once published at `now`, nobody in it yet. */
export function slotFigures(slot: SlotDraft, form: CallForm, now: number): SlotFigures {
  return { ...slot, held: 0, waitlist: 0, ...openingOf(draftOf(form), slot, form.first, now) }
}
