import { Text, View } from '@tarojs/components'
import { Icon } from '@/components/icon/icon'
import { Press } from '@/components/press/press'
import type { Home } from '@/contract/get-home'
import type { Telling } from '@/copy/date'
import { home as words } from '@/copy/home'
import { openPage, openTab } from '@/platform/navigation'
import { lowestPrice } from '@/stores/feed'

/** Points and what they open, and whether there is news: one line. */
export function Figures({ home, telling }: { home: Home; telling: Telling }) {
  const { points, sessions, unread } = home
  const price = lowestPrice(sessions, telling.now)
  return (
    <View className="row tight">
      <Press id="to-points" className="notice points grow figure" onPress={() => openTab('points')}>
        <Icon name="points" size="small" />
        <Text className="grow numbers">
          {words.myPoints} {points.canPay} · {opens(points.canPay, price)}
        </Text>
      </Press>
      {unread > 0 ? (
        <Press
          id="to-inbox"
          className="notice wait figure"
          label={words.unread(unread)}
          onPress={() => openPage('inbox')}
        >
          <Icon name="bell" size="small" />
          <Text className="numbers strong">{unread}</Text>
        </Press>
      ) : null}
    </View>
  )
}

/** What so many points are good for, now or later. */
function opens(canPay: number, price: number | null): string {
  if (canPay === 0) return words.noPointsYet
  if (price === null) return words.forLater
  return canPay >= price ? words.perPlace(price) : words.short(price - canPay)
}
