import { Text, View } from '@tarojs/components'
import { useDidShow } from '@tarojs/taro'
import { useEffect, useState } from 'react'
import { Icon } from '@/components/icon/icon'
import { MenuRow } from '@/components/menu-row/menu-row'
import { Screen } from '@/components/screen/screen'
import { Sheet } from '@/components/sheet/sheet'
import { me as words } from '@/copy/me'
import { skill } from '@/copy/skill'
import { team } from '@/copy/team'
import { mayActAs } from '@/domain/role'
import { PersonaSheet } from '@/pages/persona-switch/persona-sheet'
import { PersonaSwitch } from '@/pages/persona-switch/persona-switch'
import { openPage } from '@/platform/navigation'
import { useDemo } from '@/stores/demo'
import { useElderMode } from '@/stores/elder'
import { useHome } from '@/stores/home'
import { useHousehold } from '@/stores/household'
import { valueOf } from '@/stores/loadable'
import { useMember, useMembership } from '@/stores/membership'
import { useTelling } from '@/stores/telling'
import { Identity } from './identity'
import './index.scss'

export default function Me() {
  const telling = useTelling()
  const member = useMember()
  const settle = useMembership((store) => store.settle)
  const home = useHome((store) => valueOf(store.home))
  const refreshHome = useHome((store) => store.refresh)
  const elder = useElderMode((mode) => mode.on)
  const toggleElder = useElderMode((mode) => mode.toggle)
  const demo = useDemo((store) => store.personas !== null)
  // In elder mode three choices, until more are asked for.
  const [all, setAll] = useState(false)
  const few = elder && !all
  const [sheet, setSheet] = useState<'persona' | 'about' | null>(null)
  useDidShow(() => {
    void settle()
    void refreshHome()
  })
  const unconfirmed = member !== null && !member.confirmed
  const household = useHousehold((store) => valueOf(store.household))
  const readHousehold = useHousehold((store) => store.refresh)
  useEffect(() => {
    if (unconfirmed) void readHousehold()
  }, [unconfirmed, member?.communityId, readHousehold])
  const missing = household === null ? null : household.address ? words.unconfirmed : words.noAddress
  const unread = home?.unread ?? 0
  return (
    <Screen id="me" elder={telling.elder}>
      <Identity
        member={member}
        communityName={home?.community.name ?? ''}
        standing={member?.confirmed ? words.confirmed : unconfirmed ? missing : null}
      />
      <View className="card me-list">
        {member && mayActAs(member.role, 'cadre') ? (
          <MenuRow id="to-desk" icon="list" title={words.desk} onPress={() => openPage('desk')} />
        ) : null}
        <MenuRow
          id="to-household"
          icon="household"
          title={words.household}
          {...(unconfirmed && missing !== null ? { side: missing } : {})}
          onPress={() => openPage('household')}
        />
        {member && !few ? (
          <MenuRow id="to-skills" icon="hand" title={skill.title} onPress={() => openPage('skills')} />
        ) : null}
        {member && !few ? (
          <MenuRow id="to-teams" icon="people" title={team.title} onPress={() => openPage('teams')} />
        ) : null}
        {few ? null : (
          <MenuRow id="to-record" icon="record" title={words.record} onPress={() => openPage('record')} />
        )}
        <MenuRow
          id="to-inbox"
          icon="bell"
          title={words.inbox}
          fresh={unread > 0}
          {...(unread > 0 ? { side: words.unread(unread) } : {})}
          onPress={() => openPage('inbox')}
        />
      </View>
      <View className="card me-list">
        {few ? null : (
          <MenuRow
            id="to-community"
            icon="community"
            title={words.communities}
            side={home?.community.name ?? ''}
            onPress={() => openPage('community')}
          />
        )}
        <MenuRow
          id="elder-toggle"
          icon="elder"
          title={words.elder}
          side={elder ? words.on : words.off}
          onPress={toggleElder}
        />
        {few ? (
          <MenuRow id="more-choices" icon="list" title={words.more} onPress={() => setAll(true)} />
        ) : (
          <MenuRow
            id="to-my-data"
            icon="shield"
            title={member ? words.myData : words.privacy}
            onPress={() => openPage(member ? 'myData' : 'privacy')}
          />
        )}
        {demo && !few ? (
          <MenuRow icon="swap" title={words.persona} onPress={() => setSheet('persona')} />
        ) : null}
        {few ? null : (
          <MenuRow id="to-about" icon="about" title={words.about} onPress={() => setSheet('about')} />
        )}
      </View>
      <PersonaSwitch telling={telling} />
      <PersonaSheet open={sheet === 'persona'} telling={telling} onClose={() => setSheet(null)} />
      <Sheet open={sheet === 'about'} title={words.about} onClose={() => setSheet(null)}>
        <View className="row top">
          <Icon name="shield" />
          <Text className="grow">{words.aboutWords}</Text>
        </View>
      </Sheet>
    </Screen>
  )
}
