import { Text, View } from '@tarojs/components'
import { Press } from '@/components/press/press'
import { Section } from '@/components/section/section'
import type { Home } from '@/contract/get-home'
import { moment, type Telling } from '@/copy/date'
import { points as words } from '@/copy/points'
import { openPage } from '@/platform/navigation'
import { earlySlots } from '@/stores/feed'

interface OpensProps {
  home: Home
  canPay: number
  telling: Telling
}

const AT_A_GLANCE = 3

/** What the points open: places that can be had before everybody else. */
export function Opens({ home, canPay, telling }: OpensProps) {
  const slots = earlySlots(home.sessions, telling.now).slice(0, AT_A_GLANCE)
  return (
    <View className="stack">
      <Section title={slots.length > 0 ? words.opensNow : words.opensNothing} />
      {slots.length > 0 ? (
        <View className="card points-list">
          {slots.map(({ item, slot, price }) => (
            <Press
              key={slot.id}
              className="item"
              onPress={() => openPage('session', { c: home.community.id, s: item.id })}
            >
              <View className="grow">
                <View className="one-line">{item.title}</View>
                <View className="small soft numbers">
                  {words.perPlace(price, moment(item.startsAt, telling))}
                </View>
              </View>
              <Text className={canPay >= price ? 'chip points' : 'chip'}>
                {canPay >= price ? words.enough : words.short(price - canPay)}
              </Text>
            </Press>
          ))}
        </View>
      ) : null}
    </View>
  )
}
