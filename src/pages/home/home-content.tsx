import { View } from '@tarojs/components'
import { Icon } from '@/components/icon/icon'
import { Press } from '@/components/press/press'
import { Note } from '@/components/state/note'
import type { Home } from '@/contract/get-home'
import { app } from '@/copy/app'
import { ago, type Telling } from '@/copy/date'
import { home as words } from '@/copy/home'
import { mayActAs } from '@/domain/role'
import type { Instant } from '@/domain/time'
import { IntentionNotes } from '@/pages/intention-notes'
import { openPage } from '@/platform/navigation'
import { Feed } from './feed'
import { Figures } from './figures'
import { HomeHead } from './home-head'
import { Leads } from './leads'
import { NextBooking } from './next-booking'

interface HomeContentProps {
  home: Home
  keptSince: Instant | null
  telling: Telling
}

export function HomeContent({ home, keptSince, telling }: HomeContentProps) {
  const { member } = home
  return (
    <>
      <HomeHead name={home.community.name} />
      {keptSince !== null ? <Note icon="offline" words={app.offline(ago(keptSince, telling))} /> : null}
      <IntentionNotes telling={telling} />
      {member && mayActAs(member.role, 'cadre') ? (
        <Press id="to-desk" className="card row" onPress={() => openPage('desk')}>
          <Icon name="list" />
          <View className="grow">
            <View className="strong">{words.desk}</View>
            <View className="small soft">{words.deskHint}</View>
          </View>
          <Icon name="next" size="small" />
        </Press>
      ) : null}
      <Leads home={home} telling={telling} />
      {home.next ? (
        <NextBooking
          booking={home.next}
          communityId={home.community.id}
          residentId={member?.residentId ?? null}
          telling={telling}
        />
      ) : null}
      {member ? <Figures home={home} telling={telling} /> : null}
      <Feed home={home} telling={telling} />
    </>
  )
}
