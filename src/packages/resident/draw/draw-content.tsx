import { Text, View } from '@tarojs/components'
import { Section } from '@/components/section/section'
import { Note } from '@/components/state/note'
import { period, type Telling } from '@/copy/date'
import { draw as words, howDrawn, outcomeMark, TECHNICAL } from '@/copy/draw'
import { numberUntil } from '@/domain/draw-number'
import { isDrawn, type PublicRecord } from '@/stores/draw'
import { Applications } from './applications'
import { Prints } from './prints'
import { Verify } from './verify'

interface DrawContentProps {
  record: PublicRecord
  telling: Telling
}

export function DrawContent({ record, telling }: DrawContentProps) {
  const { session, slotTitle } = record
  const mine = record.applications.find((application) => application.id === record.mine)
  const drawn = isDrawn(record)
  const mark = mine && drawn ? outcomeMark(mine) : null
  return (
    <>
      <View className="stack">
        <View className="title">
          {session.title} · {slotTitle}
        </View>
        <View className="strong numbers">{period(session.startsAt, session.endsAt, telling)}</View>
        {mark ? (
          <View className="row tight" id="draw-mine">
            <Text>{words.mine}</Text>
            <View className={`chip ${mark.tone}`}>{mark.words}</View>
          </View>
        ) : null}
      </View>
      <Note
        {...(drawn ? { tone: 'go', icon: 'check' } : { tone: 'wait', icon: 'clock' })}
        words={stateOf(record, telling)}
      />
      {drawn ? <Verify record={record} telling={telling} /> : null}
      <Section title={words.how} />
      <View className="card draw-steps">
        {howDrawn(record, telling.now).map((step, index) => (
          <View key={step} className="row top">
            <Text className="strong numbers draw-step">{index + 1}</Text>
            <Text className="grow">{step}</Text>
          </View>
        ))}
        <View className="small soft">{TECHNICAL}</View>
      </View>
      <Prints record={record} />
      <Applications record={record} />
    </>
  )
}

function stateOf(record: PublicRecord, telling: Telling): string {
  const { applications, applicationsMade, capacity, drawAt, frozenAt, wantsNumber, session } = record
  if (isDrawn(record)) return words.drawn(capacity, applications.length)
  const until = numberUntil({ drawAt, startsAt: session.startsAt })
  if (frozenAt !== null && wantsNumber && telling.now < until) {
    return words.waitsForNumber(applications.length, until, telling)
  }
  return telling.now < drawAt ? words.open(applicationsMade, drawAt, telling) : words.waitsForDraw
}
