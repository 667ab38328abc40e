import { Text, View } from '@tarojs/components'
import { Button, type ButtonTone } from '@/components/button/button'
import { Dots } from '@/components/dots/dots'
import { Press } from '@/components/press/press'
import { moment, type Telling } from '@/copy/date'
import { desk as words, filled } from '@/copy/desk'
import { CHECK_IN_OPENS_BEFORE } from '@/domain/attendance'
import { openPage } from '@/platform/navigation'
import type { CallRow } from '@/stores/desk'

interface CallCardProps {
  call: CallRow
  communityId: string
  telling: Telling
}

/** One session on the desk: how it fills, and the one thing to do with it now. */
export function CallCard({ call, communityId, telling }: CallCardProps) {
  const query = { c: communityId, s: call.id }
  const step = nextStep(call, telling.now)
  // Once it has begun nobody can join any more: what it lacked is no news.
  const begun = telling.now >= call.startsAt
  const lacking = !begun && call.slots.some((it) => it.kind === 'post' && it.held < it.capacity)
  const edge = call.closedAt !== null ? '' : lacking ? 'edge hands' : 'edge go'
  return (
    <View className={`card call-card ${edge}`} data-id={call.id}>
      <Press onPress={() => openPage('roster', query)}>
        <View className="row between">
          <Text className="strong grow">{call.title}</Text>
          {call.toCall > 0 ? <View className="chip hands">{words.toCall(call.toCall)}</View> : null}
          {call.waitlist > 0 ? <View className="chip wait">{words.waitlist(call.waitlist)}</View> : null}
        </View>
        <View className="small soft numbers one-line">
          {moment(call.startsAt, telling)} · {call.place}
        </View>
        {call.slots.map((slot) => {
          const { count, lack } = filled(slot, telling)
          return (
            <View key={slot.id} className="row tight call-slot">
              <Text className="small grow">{slot.title}</Text>
              {begun ? (
                <Text className="small soft numbers">{words.booked(slot.held)}</Text>
              ) : (
                <>
                  <Dots taken={slot.held} of={slot.capacity} />
                  <Text className="strong numbers call-count">{count}</Text>
                  <View className={`chip ${lack.tone}`}>{lack.words}</View>
                </>
              )}
            </View>
          )
        })}
      </Press>
      <View className="row between call-foot">
        {begun ? (
          <Text className="small soft grow">
            {call.closedAt !== null
              ? words.closedAt(call.closedAt, telling)
              : words.published(call.publishedAt, telling)}
          </Text>
        ) : (
          <Press className="grow call-board" onPress={() => openPage('board', query)}>
            <Text className="small soft">{words.published(call.publishedAt, telling)}</Text>
            <Text className="small in-go">{words.board}</Text>
          </Press>
        )}
        <Button fit="slim" tone="quiet" onPress={() => openPage('session', query)}>
          {words.page}
        </Button>
        <Button fit="slim" tone={step.tone} onPress={() => openPage('roster', query)}>
          {step.label}
        </Button>
      </View>
    </View>
  )
}

function nextStep(call: CallRow, now: number): { label: string; tone: ButtonTone } {
  if (call.awaitsNumber && now < call.startsAt) return { label: words.enterNumber, tone: 'hands' }
  if (call.toCall > 0 && now < call.startsAt) return { label: words.tell, tone: 'hands' }
  if (call.closedAt !== null || now < call.startsAt - CHECK_IN_OPENS_BEFORE) {
    return { label: words.list, tone: 'done' }
  }
  return now >= call.endsAt ? { label: words.close, tone: 'hands' } : { label: words.rollCall, tone: 'go' }
}
