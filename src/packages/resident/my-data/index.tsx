import { Text, View } from '@tarojs/components'
import { useDidShow } from '@tarojs/taro'
import { useState } from 'react'
import { MenuRow } from '@/components/menu-row/menu-row'
import { Screen } from '@/components/screen/screen'
import { Section } from '@/components/section/section'
import { Empty } from '@/components/state/empty'
import { Failure } from '@/components/state/failure'
import { Loading } from '@/components/state/loading'
import { farewell } from '@/copy/farewell'
import { household } from '@/copy/household'
import { myData as words, phone as phoneWords } from '@/copy/my-data'
import { trouble } from '@/copy/trouble'
import { openPage } from '@/platform/navigation'
import { usePullDown } from '@/platform/pull-down'
import { useMyData } from '@/stores/my-data'
import { useTelling } from '@/stores/telling'
import { Kept } from './kept'
import { LeaveSheet } from './leave-sheet'
import { PhoneSheet } from './phone-sheet'
import { TakeAlong } from './take-along'
import './index.scss'

/** What is kept of the person who looks: to see, to change, to take along, to be rid of. */
export default function MyDataPage() {
  const telling = useTelling()
  const data = useMyData((store) => store.data)
  const refresh = useMyData((store) => store.refresh)
  const [sheet, setSheet] = useState<'phone' | 'leave' | null>(null)
  useDidShow(() => void refresh())
  usePullDown(refresh)
  const close = () => setSheet(null)
  const content = () => {
    if (data.phase === 'loading') return <Loading rows={5} />
    if (data.phase === 'failed')
      return <Failure sentence={trouble(data.error, telling)} onRetry={() => void refresh()} />
    const { phone, sections } = data.value
    if (sections.length === 0) {
      const join = { label: household.joinSave, onPress: () => openPage('household') }
      return <Empty sentence={words.stranger} action={join} />
    }
    return (
      <>
        <Text className="soft">{words.hint}</Text>
        <View className="card">
          <MenuRow
            id="my-phone"
            icon="phone"
            title={phoneWords.title}
            side={phone ?? phoneWords.none}
            onPress={() => setSheet('phone')}
          />
          <MenuRow id="to-privacy" icon="shield" title={words.privacy} onPress={() => openPage('privacy')} />
        </View>
        <Kept sections={sections} telling={telling} />
        <Section title={words.take} />
        <TakeAlong telling={telling} />
        <View className="card">
          <MenuRow id="to-leave" icon="close" title={farewell.open} onPress={() => setSheet('leave')} />
        </View>
        {sheet === 'phone' ? <PhoneSheet phone={phone} telling={telling} onClose={close} /> : null}
        {sheet === 'leave' ? <LeaveSheet telling={telling} onClose={close} /> : null}
      </>
    )
  }
  return (
    <Screen id="my-data" elder={telling.elder}>
      {content()}
    </Screen>
  )
}
