import { Text, View } from '@tarojs/components'
import { useDidShow } from '@tarojs/taro'
import { useState } from 'react'
import { MenuRow } from '@/components/menu-row/menu-row'
import { Screen } from '@/components/screen/screen'
import { Section } from '@/components/section/section'
import { privacyPage as words } from '@/copy/privacy-page'
import { openPage } from '@/platform/navigation'
import { openPrivacyGuide } from '@/platform/privacy'
import { readPrivacySetting, type PrivacySetting } from '@/platform/privacy-setting'
import { toast } from '@/platform/toast'
import { useTelling } from '@/stores/telling'
import './index.scss'

/** What is kept, what for, how long, and who sees it. */
export default function Privacy() {
  const { elder } = useTelling()
  const [setting, setSetting] = useState<PrivacySetting | null>(null)
  useDidShow(() => void readPrivacySetting().then(setSetting))
  const openGuide = async () => {
    const { ok } = await openPrivacyGuide()
    if (!ok) toast(words.guideFailed)
  }
  return (
    <Screen id="privacy" elder={elder}>
      <Text className="soft">{words.lead}</Text>
      {words.parts.map((part) => (
        <View key={part.title} className="stack">
          <Section title={part.title} />
          <View className="card">
            {part.lines.map((line) => (
              <View key={line} className="item privacy-line">
                {line}
              </View>
            ))}
          </View>
        </View>
      ))}
      <View className="card">
        <MenuRow id="to-my-data" icon="list" title={words.toData} onPress={() => openPage('myData')} />
        {setting?.ok ? (
          <MenuRow
            id="privacy-guide-row"
            icon="shield"
            title={words.guide}
            side={setting.agreed ? words.agreed : words.notAgreed}
            onPress={() => void openGuide()}
          />
        ) : null}
      </View>
    </Screen>
  )
}
