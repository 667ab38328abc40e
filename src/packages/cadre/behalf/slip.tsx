import { Text, View } from '@tarojs/components'
import { Button } from '@/components/button/button'
import type { Answer } from '@/contract/actions'
import { behalf as words, slipLines } from '@/copy/behalf'
import type { Telling } from '@/copy/date'
import { PRINTS, printPage } from '@/platform/file'

interface SlipProps {
  view: Answer<'getSession'>
  slot: Answer<'getSession'>['slots'][number]
  name: string
  telling: Telling
  onAgain(): void
}

/** What to take home on paper, or to be read out. */
export function Slip({ view, slot, name, telling, onAgain }: SlipProps) {
  const { activity, session } = view
  const { startsAt, endsAt, place } = session
  const { title, bring, contact } = activity
  const lines = slipLines(
    { name, title, slotTitle: slot.title, startsAt, endsAt, place, bring, contact },
    telling,
  )
  return (
    <>
      <View className="card stack slip" id="behalf-slip">
        <View className="title">{words.slip}</View>
        {lines.map(({ label, words: said }) => (
          <View key={label}>
            <View className="small soft">{label}</View>
            <Text className="strong">{said}</Text>
          </View>
        ))}
      </View>
      <View className="stack off-print">
        <View className="small soft">{words.slipHint}</View>
        {PRINTS ? (
          <Button fit="wide" onPress={() => void printPage()}>
            {words.print}
          </Button>
        ) : null}
        <Button id="behalf-again" tone="go" fit="wide" onPress={onAgain}>
          {words.again}
        </Button>
      </View>
    </>
  )
}
