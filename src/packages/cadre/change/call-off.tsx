import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button/button'
import { Chips } from '@/components/choice/chips'
import { Sheet } from '@/components/sheet/sheet'
import { Note } from '@/components/state/note'
import { WrittenField } from '@/components/written-field/written-field'
import { MOST_NOTE } from '@/contract/cancel-session'
import { CAUSE_WORDS, causeSentence } from '@/copy/cancelled'
import { callOffLabel, change as words, tollWords } from '@/copy/change'
import type { Telling } from '@/copy/date'
import { trouble } from '@/copy/trouble'
import { CANCEL_CAUSES, type CancelCause } from '@/domain/cancellation'
import { useChange } from '@/stores/change'

/** Two steps: why, and then how many it concerns. */
export function CallOff({ telling, onClose }: { telling: Telling; onClose(): void }) {
  const toll = useChange((store) => store.toll)
  const pending = useChange((store) => store.pending)
  const outcome = useChange((store) => store.outcome)
  const askToll = useChange((store) => store.askToll)
  const cancel = useChange((store) => store.cancel)
  const [cause, setCause] = useState<CancelCause | null>(null)
  const [note, setNote] = useState('')
  const [sure, setSure] = useState(false)
  const said = note.trim()
  const complete = cause !== null && [...said].length <= MOST_NOTE && (cause !== 'other' || said !== '')
  const next = async () => {
    if (cause === null) return
    await askToll(cause, said)
    setSure(useChange.getState().toll !== null)
  }
  return (
    <Sheet open id="call-off-sheet" title={words.callOff} onClose={onClose}>
      {sure && toll && cause ? (
        <>
          <View className="strong" id="call-off-toll">
            {tollWords(toll)}
          </View>
          <View className="soft">{causeSentence({ cause, note: said })}</View>
          <View className="row">
            <Button fit="grow" onPress={() => setSure(false)}>
              {words.back}
            </Button>
            <Button
              id="call-off-confirm"
              fit="grow"
              tone="stop"
              busy={pending !== null}
              onPress={() => void cancel(cause, said)}
            >
              {callOffLabel(toll.told)}
            </Button>
          </View>
        </>
      ) : (
        <>
          <View className="small soft">{words.callOffHint}</View>
          <Text className="small soft">{words.cause}</Text>
          <Chips
            label={words.cause}
            options={CANCEL_CAUSES.map((value) => ({ value, label: CAUSE_WORDS[value] }))}
            chosen={cause}
            onChoose={(value) => setCause(value)}
          />
          <WrittenField
            id="call-off-note"
            label={cause === 'other' ? words.noteNeeded : words.note}
            value={note}
            most={MOST_NOTE}
            placeholder={words.notePlaceholder}
            onChange={setNote}
          />
          <Button
            id="call-off-next"
            tone="quiet"
            fit="wide"
            off={!complete}
            busy={pending !== null}
            onPress={() => void next()}
          >
            {words.next}
          </Button>
        </>
      )}
      {outcome?.is === 'failed' ? (
        <Note tone="stop" icon="warning" words={trouble(outcome.error, telling)} />
      ) : null}
    </Sheet>
  )
}
