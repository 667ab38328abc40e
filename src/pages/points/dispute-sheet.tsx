import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button/button'
import { Chips } from '@/components/choice/chips'
import { Field } from '@/components/field/field'
import { Sheet } from '@/components/sheet/sheet'
import type { StatementLine } from '@/contract/get-statement'
import type { Telling } from '@/copy/date'
import { causeWords, dispute as words } from '@/copy/dispute'
import { entryWords } from '@/copy/points'
import { trouble } from '@/copy/trouble'
import { disputeCauses, MOST_SAID, type DisputeCause } from '@/domain/dispute'
import { toast } from '@/platform/toast'
import { useDispute } from '@/stores/dispute'

interface DisputeSheetProps {
  entry: StatementLine
  telling: Telling
  onClose(): void
}

/** What is not right about one entry: a cause by one tap, a sentence where it needs one. */
export function DisputeSheet({ entry, telling, onClose }: DisputeSheetProps) {
  const pending = useDispute((store) => store.pending)
  const error = useDispute((store) => store.error)
  const raise = useDispute((store) => store.raise)
  const [cause, setCause] = useState<DisputeCause | null>(null)
  const [note, setNote] = useState('')
  const said = note.trim()
  const { title, note: about } = entryWords(entry, telling)
  const send = async () => {
    if (cause === null || !(await raise(entry.seq, cause, said))) return
    toast(words.sent)
    onClose()
  }
  return (
    <Sheet open id="dispute-sheet" title={words.title} onClose={onClose}>
      <View>
        <View className="strong">{title}</View>
        <View className="small soft numbers">{about}</View>
      </View>
      <Chips<DisputeCause>
        label={words.title}
        options={disputeCauses(entry.kind).map((value) => ({ value, label: causeWords(value, entry.kind) }))}
        chosen={cause}
        onChoose={setCause}
      />
      <Field
        id="dispute-note"
        label={cause === 'other' ? words.noteNeeded : words.note}
        value={note}
        placeholder={words.placeholder}
        maxLength={MOST_SAID}
        fault={error ? trouble(error, telling) : null}
        hint={words.hint}
        onChange={setNote}
      />
      <Button
        id="dispute-send"
        tone="go"
        fit="wide"
        off={cause === null || (cause === 'other' && said === '')}
        busy={pending}
        onPress={() => void send()}
      >
        {words.send}
      </Button>
    </Sheet>
  )
}
