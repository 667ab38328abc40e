import { View } from '@tarojs/components'
import { Sheet } from '@/components/sheet/sheet'
import type { Telling } from '@/copy/date'
import { disputes as words } from '@/copy/disputes'
import { entryWords } from '@/copy/points'
import { useDisputes, type DisputeAnswer, type DisputeCaseRow } from '@/stores/disputes'
import { CorrectFields } from './correct-fields'
import { KeepFields } from './keep-fields'

export type AnswerKind = DisputeAnswer['kind']

interface AnswerSheetProps {
  row: DisputeCaseRow
  kind: AnswerKind
  telling: Telling
  onClose(): void
}

/** The answer to one dispute. */
export function AnswerSheet({ row, kind, telling, onClose }: AnswerSheetProps) {
  const answer = useDisputes((store) => store.answer)
  const { title, note } = entryWords(row.entry, telling)
  const send = async (given: DisputeAnswer) => {
    if (await answer(row.id, given)) onClose()
  }
  const { correctable } = row
  return (
    <Sheet open id="answer-sheet" title={kind === 'correct' ? words.correct : words.why} onClose={onClose}>
      <View>
        <View className="strong">{title}</View>
        <View className="small soft numbers">{note}</View>
      </View>
      {kind === 'correct' && correctable ? (
        <CorrectFields correctable={correctable} telling={telling} onSend={(given) => void send(given)} />
      ) : (
        <KeepFields telling={telling} onSend={(given) => void send(given)} />
      )}
    </Sheet>
  )
}
