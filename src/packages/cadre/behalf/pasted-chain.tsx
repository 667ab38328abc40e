import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button/button'
import { Chips } from '@/components/choice/chips'
import { WrittenField } from '@/components/written-field/written-field'
import { Note } from '@/components/state/note'
import type { Answer } from '@/contract/actions'
import { behalf as words, whereWords } from '@/copy/behalf'
import type { Telling } from '@/copy/date'
import { explain } from '@/copy/refusal'
import { trouble } from '@/copy/trouble'
import { bookable, usePastedChain, type ChainRow } from '@/stores/pasted-chain'

const MOST_TEXT = 3000

interface PastedChainProps {
  slot: Answer<'getSession'>['slots'][number]
  telling: Telling
}

/** A chain of names from the chat: first who it fits, then the bookings. */
export function PastedChain({ slot, telling }: PastedChainProps) {
  const rows = usePastedChain((store) => store.rows)
  const pending = usePastedChain((store) => store.pending)
  const error = usePastedChain((store) => store.error)
  const { preview, book, clear } = usePastedChain.getState()
  const [text, setText] = useState('')
  if (rows === null || rows.length === 0) {
    return (
      <View className="card stack">
        {rows ? <Note tone="hands" words={words.noLines} /> : null}
        {error ? <Note tone="stop" icon="warning" words={trouble(error, telling)} /> : null}
        <WrittenField
          id="chain-text"
          label={words.chainLabel}
          placeholder={words.chainPlaceholder}
          value={text}
          most={MOST_TEXT}
          lines
          onChange={setText}
        />
        <Button
          id="chain-preview"
          tone="go"
          fit="wide"
          off={text.trim() === '' || [...text].length > MOST_TEXT}
          busy={pending}
          onPress={() => void preview(text)}
        >
          {words.preview}
        </Button>
      </View>
    )
  }
  const ready = bookable(rows).length
  return (
    <>
      <View className="card link-list" id="chain-rows">
        {rows.map((row, at) => (
          <Row key={at} row={row} at={at} kind={slot.terms.kind} telling={telling} />
        ))}
      </View>
      {error ? <Note tone="stop" icon="warning" words={trouble(error, telling)} /> : null}
      <Button
        id="chain-book"
        tone="go"
        fit="wide"
        off={ready === 0}
        busy={pending}
        onPress={() => void book()}
      >
        {words.bookAll(ready)}
      </Button>
      <Button tone="quiet" fit="wide" onPress={clear}>
        {words.reread}
      </Button>
    </>
  )
}

interface RowProps {
  row: ChainRow
  at: number
  kind: 'seat' | 'post'
  telling: Telling
}

function Row({ row, at, kind, telling }: RowProps) {
  const { choose } = usePastedChain.getState()
  const { tone, said } = standing(row, kind, telling)
  const chosen = row.matches.find((it) => it.residentId === row.residentId)
  return (
    <View className="item chain-row" data-at={at}>
      <View className="row between">
        <Text className="strong">{row.line}</Text>
        {chosen ? <Text className="small soft">{whereWords(chosen)}</Text> : null}
      </View>
      <View className={`small ${tone}`}>{said}</View>
      {row.heads > 1 ? <View className="small in-hands">{words.heads(row.heads)}</View> : null}
      {row.matches.length > 1 && !row.booked ? (
        <Chips
          label={words.several}
          options={row.matches.map((it) => ({ value: it.residentId, label: whereWords(it) }))}
          chosen={row.residentId}
          onChoose={(residentId) => void choose(at, residentId)}
        />
      ) : null}
    </View>
  )
}

function standing(row: ChainRow, kind: 'seat' | 'post', telling: Telling): { tone: string; said: string } {
  if (row.booked) return { tone: 'in-go', said: words.booked }
  if (row.name === null) return { tone: 'in-hands', said: words.unread }
  if (row.matches.length === 0) return { tone: 'in-hands', said: words.unknown }
  if (row.repeated) return { tone: 'soft', said: words.repeated }
  if (row.residentId === null) return { tone: 'in-hands', said: words.several }
  return row.refusal
    ? { tone: 'in-hands', said: explain(row.refusal, telling, kind) }
    : { tone: 'in-go', said: words.can }
}
