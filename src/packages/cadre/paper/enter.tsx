import { Text, View } from '@tarojs/components'
import { Button } from '@/components/button/button'
import { Section } from '@/components/section/section'
import { Note } from '@/components/state/note'
import { WrittenField } from '@/components/written-field/written-field'
import { MOST_CODES } from '@/contract/enter-paper'
import type { Telling } from '@/copy/date'
import { paper as words, paperRowWords } from '@/copy/paper'
import { trouble } from '@/copy/trouble'
import { PAPER_CODE_DIGITS, readPaperCodes } from '@/domain/paper-code'
import { goBack } from '@/platform/navigation'
import { usePaper } from '@/stores/paper'

// As many codes as are taken at once, whatever is between them.
const MOST = MOST_CODES * PAPER_CODE_DIGITS

/** The codes that were ticked: typed, looked at, and only then marked. */
export function Enter({ telling }: { telling: Telling }) {
  const { typed, preview, marked, pending, error, type, check, enter } = usePaper()
  const rows = preview?.rows ?? []
  const found = rows.filter((row) => row.is === 'found').length
  return (
    <View className="no-print stack">
      <Section title={words.enter} />
      {marked !== null ? (
        <View id="paper-marked" className="stack">
          <Note tone="go" icon="check" words={words.marked(marked)} />
          <Button tone="quiet" fit="slim" onPress={goBack}>
            {words.toRoster}
          </Button>
        </View>
      ) : null}
      <WrittenField
        id="paper-codes"
        label={words.typed}
        hint={words.typedHint}
        value={typed}
        most={MOST}
        lines
        onChange={type}
      />
      {preview ? (
        <>
          <View className="small soft numbers">{words.rows(found, rows.length)}</View>
          <View className="card paper-preview">
            {rows.map((row) => {
              const { words: said, tone } = paperRowWords(row.is)
              return (
                <View key={row.code} className="item" data-state={row.is}>
                  <Text className="numbers">{row.code}</Text>
                  <View className="grow">
                    <View className="strong">{row.name}</View>
                    {row.slotTitle === '' ? null : <View className="small soft">{row.slotTitle}</View>}
                  </View>
                  <View className={`chip ${tone}`}>{said}</View>
                </View>
              )
            })}
          </View>
        </>
      ) : null}
      {error ? <Note tone="stop" icon="warning" words={trouble(error, telling)} /> : null}
      {preview ? (
        <Button
          id="enter-paper"
          tone="go"
          fit="wide"
          off={found === 0}
          busy={pending === 'enter'}
          onPress={() => void enter()}
        >
          {found === 0 ? words.nothing : words.mark(found)}
        </Button>
      ) : (
        <Button
          id="check-paper"
          tone="go"
          fit="wide"
          off={readPaperCodes(typed).length === 0}
          busy={pending === 'check'}
          onPress={() => void check()}
        >
          {words.check}
        </Button>
      )}
    </View>
  )
}
