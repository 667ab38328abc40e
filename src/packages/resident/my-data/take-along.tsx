import { Text, View } from '@tarojs/components'
import { Button } from '@/components/button/button'
import { Note } from '@/components/state/note'
import type { Telling } from '@/copy/date'
import { fileWords } from '@/copy/file'
import { myData as words } from '@/copy/my-data'
import { sendFile } from '@/platform/sent-file'
import { toast } from '@/platform/toast'
import { useMyData } from '@/stores/my-data'

/** All of it as a file: a spreadsheet to read, JSON for another program. */
export function TakeAlong({ telling }: { telling: Telling }) {
  const taking = useMyData((store) => store.taking)
  const taken = useMyData((store) => store.taken)
  const atHand = useMyData((store) => store.atHand)
  const take = useMyData((store) => store.take)
  const said = taken && fileWords(taken, telling)
  const send = async () => {
    const sent = atHand && (await sendFile(atHand))
    if (sent && !sent.ok) toast(words.notSent)
  }
  return (
    <View className="card stack">
      <Text className="small soft">{words.takeHint}</Text>
      <Button id="take-xlsx" fit="wide" tone="go" busy={taking !== null} onPress={() => void take('xlsx')}>
        {taking === 'xlsx' ? words.taking : words.takeSheet}
      </Button>
      <Button id="take-json" fit="wide" tone="quiet" busy={taking !== null} onPress={() => void take('json')}>
        {taking === 'json' ? words.taking : words.takeJson}
      </Button>
      {atHand ? (
        <Button id="send-json" fit="wide" tone="go" onPress={() => void send()}>
          {words.send}
        </Button>
      ) : null}
      {said ? <Note tone="stop" icon="warning" words={said} /> : null}
    </View>
  )
}
