import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button/button'
import { Field } from '@/components/field/field'
import { Press } from '@/components/press/press'
import { Note } from '@/components/state/note'
import type { Answer } from '@/contract/actions'
import { MOST_NAME } from '@/domain/nickname'
import { behalf as words, whereWords } from '@/copy/behalf'
import type { Telling } from '@/copy/date'
import { explain } from '@/copy/refusal'
import { useBehalf } from '@/stores/behalf'
import { Register } from './register'
import { Slip } from './slip'

interface OnePersonProps {
  view: Answer<'getSession'>
  slot: Answer<'getSession'>['slots'][number]
  telling: Telling
}

/** Looked for by name, or entered by name; then booked like anybody. */
export function OnePerson({ view, slot, telling }: OnePersonProps) {
  const found = useBehalf((store) => store.found)
  const chosen = useBehalf((store) => store.chosen)
  const refusal = useBehalf((store) => store.refusal)
  const done = useBehalf((store) => store.done)
  const pending = useBehalf((store) => store.pending)
  const { find, choose, forget, book, wait } = useBehalf.getState()
  const [name, setName] = useState('')
  const again = () => {
    setName('')
    forget()
  }
  if (chosen && done === 'booked') {
    return <Slip view={view} slot={slot} name={chosen.name} telling={telling} onAgain={again} />
  }
  if (chosen && done === 'waits') {
    return (
      <>
        <Note tone="wait" icon="queue" words={words.waits(chosen.name)} />
        <Button fit="wide" onPress={again}>
          {words.again}
        </Button>
      </>
    )
  }
  if (chosen) {
    return (
      <View className="card stack" id="behalf-chosen">
        <View className="strong">{chosen.name}</View>
        <View className="small soft">{whereWords(chosen)}</View>
        <Text className={refusal ? 'small in-hands' : 'small in-go'}>
          {refusal ? explain(refusal, telling, slot.terms.kind) : words.can}
        </Text>
        {refusal === null ? (
          <Button id="behalf-book" tone="go" fit="wide" busy={pending} onPress={() => void book()}>
            {words.book(chosen.name)}
          </Button>
        ) : refusal.reason === 'slot_full' ? (
          <Button id="behalf-wait" tone="go" fit="wide" busy={pending} onPress={() => void wait()}>
            {words.wait(chosen.name)}
          </Button>
        ) : null}
        <Button tone="quiet" fit="wide" onPress={forget}>
          {words.other}
        </Button>
      </View>
    )
  }
  return (
    <>
      <View className="card stack">
        <Field id="behalf-name" label={words.name} value={name} maxLength={MOST_NAME} onChange={setName} />
        <Button
          id="behalf-find"
          tone="go"
          fit="wide"
          off={name.trim() === ''}
          busy={pending}
          onPress={() => void find(name)}
        >
          {words.find}
        </Button>
      </View>
      {found && found.length > 0 ? (
        <View className="card link-list" id="behalf-found">
          {found.map((resident) => (
            <Press key={resident.residentId} className="item" onPress={() => void choose(resident)}>
              <Text className="strong grow">{resident.name}</Text>
              <Text className="small soft">{whereWords(resident)}</Text>
            </Press>
          ))}
        </View>
      ) : null}
      {found ? <Register name={name.trim()} none={found.length === 0} /> : null}
    </>
  )
}
