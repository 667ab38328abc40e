import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button/button'
import { Icon } from '@/components/icon/icon'
import { Section } from '@/components/section/section'
import type { Telling } from '@/copy/date'
import { paper as words, paperPeriod } from '@/copy/paper'
import { nameWords } from '@/copy/roster'
import { trouble } from '@/copy/trouble'
import { PRINTS, printPage } from '@/platform/file'
import { usePaper } from '@/stores/paper'
import { WhySheet } from '../roster/why-sheet'

/** What is printed: a box, a name and a code a row. Names are shown for a reason, which is logged. */
export function Sheet({ telling }: { telling: Telling }) {
  const sheet = usePaper((store) => store.sheet)
  const pending = usePaper((store) => store.pending)
  const error = usePaper((store) => store.error)
  const show = usePaper((store) => store.show)
  const [asking, setAsking] = useState(false)
  const reveal = async (why: string) => {
    if (await show(why)) setAsking(false)
  }
  if (!sheet) {
    return (
      <>
        <View className="no-print">
          <Section title={words.print} />
          <Button id="show-sheet" tone="go" fit="wide" onPress={() => setAsking(true)}>
            <Icon name="print" size="small" />
            {words.show}
          </Button>
        </View>
        {asking ? (
          <WhySheet
            title={words.showTitle}
            hint={words.showHint}
            confirm={words.showConfirm}
            reasons={words.showReasons}
            pending={pending !== null}
            trouble={error ? trouble(error, telling) : null}
            onConfirm={(why) => void reveal(why)}
            onClose={() => setAsking(false)}
          />
        ) : null}
      </>
    )
  }
  const { session, slots } = sheet
  return (
    <>
      <View className="no-print stack">
        <Section title={words.print} />
        {PRINTS ? (
          <Button id="print-sheet" tone="go" fit="wide" onPress={() => void printPage()}>
            <Icon name="print" size="small" />
            {words.printNow}
          </Button>
        ) : (
          <View className="small soft">{words.printElsewhere}</View>
        )}
      </View>
      <View className="card paper-sheet" id="paper-sheet">
        <View className="strong">{session.title}</View>
        <View className="small numbers">
          {paperPeriod(session.startsAt, session.endsAt)} · {session.place}
        </View>
        {slots.map((slot) => (
          <View key={slot.id} className="paper-slot">
            <View className="row between">
              <Text className="strong grow">{slot.title}</Text>
              <Text className="small soft">{words.came}</Text>
            </View>
            {slot.rows.length === 0 ? <View className="small soft">{words.nobody}</View> : null}
            {slot.rows.map((row) => (
              <View key={row.code} className="paper-row" data-id={row.attendeeId}>
                <View className="paper-box" aria-hidden />
                <Text className="grow">{nameWords(row.name, row.attendeeId)}</Text>
                <Text className="paper-code numbers">{row.code}</Text>
              </View>
            ))}
          </View>
        ))}
      </View>
    </>
  )
}
