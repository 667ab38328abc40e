import { Text, View } from '@tarojs/components'
import { Icon } from '@/components/icon/icon'
import { Press } from '@/components/press/press'
import { app } from '@/copy/app'
import { home } from '@/copy/home'
import { openPage } from '@/platform/navigation'
import { useElderMode } from '@/stores/elder'

export function HomeHead({ name }: { name: string }) {
  const on = useElderMode((mode) => mode.on)
  const toggle = useElderMode((mode) => mode.toggle)
  return (
    <View className="row between home-head">
      <Press className="row tight grow home-name" onPress={() => openPage('community')}>
        <Text className="title one-line">{name}</Text>
        <Icon name="down" size="small" />
      </Press>
      {on ? null : (
        <Press id="to-find" className="chip pick" label={home.find} onPress={() => openPage('find')}>
          <Icon name="search" size="small" />
        </Press>
      )}
      <Press
        id="elder-toggle"
        className={on ? 'chip pick on' : 'chip pick'}
        label={on ? app.elderOn : app.elderOff}
        onPress={toggle}
      >
        <Icon name="elder" size="small" />
        <Text>{app.elder}</Text>
      </Press>
    </View>
  )
}
