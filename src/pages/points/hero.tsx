import { Text, View } from '@tarojs/components'
import type { Answer } from '@/contract/actions'
import { date, hours, type Telling } from '@/copy/date'
import { app } from '@/copy/app'
import { points as words } from '@/copy/points'
import { DAY } from '@/domain/time'

/** What expires later than this is worth one line. */
const SOON = 60 * DAY

interface HeroProps {
  statement: Answer<'getStatement'>
  telling: Telling
}

export function Hero({ statement, telling }: HeroProps) {
  const { canPay, owed, minutesThisYear, expiring } = statement
  const soon = expiring.filter((it) => it.expiresAt < telling.now + SOON)
  return (
    <View className="card edge points">
      <View className="row between base">
        <Text id="can-pay" className="hero in-points points-hero">
          {app.points(canPay)}
        </Text>
        <Text className="small soft numbers">{words.hours(hours(minutesThisYear))}</Text>
      </View>
      {(soon.length > 0 ? soon : expiring).slice(0, soon.length > 0 ? 3 : 1).map((it) => (
        <View key={it.expiresAt} className="small numbers">
          {words.expiring(it.amount, date(it.expiresAt, telling.now))}
        </View>
      ))}
      {owed > 0 ? <View className="small in-hands points-owed">{words.owed(owed)}</View> : null}
      <View className="small soft points-only">{words.only}</View>
    </View>
  )
}
