import { View } from '@tarojs/components'
import { Button } from '@/components/button/button'
import { Icon } from '@/components/icon/icon'
import { Note } from '@/components/state/note'
import type { Telling } from '@/copy/date'
import { fileWords } from '@/copy/file'
import { record as words } from '@/copy/record'
import { PRINTS, SAVES_CSV } from '@/platform/file'
import { usePrinting } from './printing'
import { useRecord } from '@/stores/record'

interface TakingProps {
  /** nothing was served in the year */
  empty: boolean
  offline: boolean
  telling: Telling
  onPicture(): void
}

/** Ways to keep the year: a picture, a file, on paper. */
export function Taking({ empty, offline, telling, onPicture }: TakingProps) {
  const taking = useRecord((store) => store.taking)
  const taken = useRecord((store) => store.taken)
  const take = useRecord((store) => store.take)
  const print = usePrinting((store) => store.print)
  const wrong = taken ? fileWords(taken, telling) : null
  return (
    <View className="stack record-taking">
      <View className="row wrap">
        {empty ? null : (
          <Button id="record-image" tone="done" fit="slim" onPress={onPicture}>
            {words.image}
          </Button>
        )}
        <Button
          id="record-xlsx"
          tone="done"
          fit="slim"
          off={offline}
          busy={taking === 'xlsx'}
          onPress={() => void take('xlsx')}
        >
          <Icon name="list" size="small" />
          {words.xlsx}
        </Button>
        {SAVES_CSV && !telling.elder ? (
          <Button
            id="record-csv"
            tone="quiet"
            fit="slim"
            off={offline}
            busy={taking === 'csv'}
            onPress={() => void take('csv')}
          >
            {words.csv}
          </Button>
        ) : null}
        {PRINTS && !empty ? (
          <Button id="record-print" tone="quiet" fit="slim" off={offline} onPress={() => void print()}>
            <Icon name="print" size="small" />
            {words.print}
          </Button>
        ) : null}
      </View>
      {empty ? <View className="small soft">{words.emptyFile}</View> : null}
      {wrong ? <Note tone="stop" icon="warning" words={wrong} /> : null}
    </View>
  )
}
