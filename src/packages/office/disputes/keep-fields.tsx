import { useState } from 'react'
import { Button } from '@/components/button/button'
import { Chips } from '@/components/choice/chips'
import { WrittenField } from '@/components/written-field/written-field'
import type { Telling } from '@/copy/date'
import { keepWords } from '@/copy/dispute'
import { disputes as words } from '@/copy/disputes'
import { trouble } from '@/copy/trouble'
import { KEEP_CAUSES, MOST_SAID, type KeepCause } from '@/domain/dispute'
import { useDisputes, type DisputeAnswer } from '@/stores/disputes'

interface KeepFieldsProps {
  telling: Telling
  onSend(answer: DisputeAnswer): void
}

/** Why it stays as it is: a cause by one tap, a sentence where it needs one. */
export function KeepFields({ telling, onSend }: KeepFieldsProps) {
  const pending = useDisputes((store) => store.pending !== null)
  const error = useDisputes((store) => store.error)
  const [cause, setCause] = useState<KeepCause | null>(null)
  const [note, setNote] = useState('')
  const said = note.trim()
  const complete = cause !== null && [...said].length <= MOST_SAID && (cause !== 'other' || said !== '')
  return (
    <>
      <Chips<KeepCause>
        label={words.why}
        options={KEEP_CAUSES.map((value) => ({ value, label: keepWords(value) || words.otherCause }))}
        chosen={cause}
        onChoose={setCause}
      />
      <WrittenField
        id="answer-note"
        label={cause === 'other' ? words.answerNoteNeeded : words.answerNote}
        value={note}
        most={MOST_SAID}
        hint={words.keepHint}
        fault={error ? trouble(error, telling) : null}
        onChange={setNote}
      />
      <Button
        id="answer-confirm"
        tone="go"
        fit="wide"
        off={!complete}
        busy={pending}
        onPress={() => {
          if (cause !== null) onSend({ kind: 'keep', cause, note: said })
        }}
      >
        {words.confirmKeep}
      </Button>
    </>
  )
}
