import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button/button'
import { Icon } from '@/components/icon/icon'
import { MenuRow } from '@/components/menu-row/menu-row'
import { Press } from '@/components/press/press'
import { Section } from '@/components/section/section'
import type { Answer } from '@/contract/actions'
import { ageBandWords } from '@/copy/age-band'
import type { Telling } from '@/copy/date'
import { family } from '@/copy/family'
import { household as words } from '@/copy/household'
import { PAGE_TITLES } from '@/copy/page-title'
import { openPage } from '@/platform/navigation'
import { useFamily } from '@/stores/family'
import { AddChild } from './add-child'
import { ChildSheet } from './child-sheet'

interface ChildrenProps {
  household: Answer<'getHousehold'>
  telling: Telling
  /** the page was opened to add one */
  adding: boolean
}

export function Children({ household, telling, adding }: ChildrenProps) {
  const [open, setOpen] = useState(adding && household.guardian)
  const [shown, setShown] = useState<string | null>(null)
  const begin = useFamily((store) => store.begin)
  const { children, guardian } = household
  const child = children.find((it) => it.id === shown)
  const show = (id: string | null) => {
    begin()
    setShown(id)
  }
  return (
    <View className="stack">
      <Section title={words.children} />
      <View className="card household-list">
        {children.map((child) => (
          <ChildRow key={child.id} child={child} onOpen={guardian ? () => show(child.id) : null} />
        ))}
        {children.length > 0 ? (
          <MenuRow
            id="to-stamps"
            icon="record"
            title={PAGE_TITLES.stamps}
            onPress={() => openPage('stamps')}
          />
        ) : null}
        {children.length === 0 ? (
          <View className="soft">{guardian ? words.noChildren : words.noChildrenHere}</View>
        ) : null}
      </View>
      {guardian ? (
        <Button
          id="add-child"
          tone={adding && children.length === 0 ? 'go' : 'quiet'}
          onPress={() => setOpen(true)}
        >
          {words.addChild}
        </Button>
      ) : children.length > 0 || adding ? (
        <View className="small soft">{words.notGuardian}</View>
      ) : null}
      {child ? (
        <ChildSheet key={child.id} child={child} telling={telling} onClose={() => show(null)} />
      ) : null}
      <AddChild open={open} telling={telling} goesBack={adding} onClose={() => setOpen(false)} />
    </View>
  )
}

interface ChildRowProps {
  child: Answer<'getHousehold'>['children'][number]
  /** null: not for this person to change */
  onOpen: (() => void) | null
}

function ChildRow({ child, onOpen }: ChildRowProps) {
  const line = (
    <>
      <Icon name="child" />
      <View className="grow">
        <View>{child.nickname}</View>
        {child.ageBandOld && onOpen ? <Text className="small in-hands">{family.askAge}</Text> : null}
      </View>
      <Text className="soft small">{ageBandWords(child.ageBand)}</Text>
      {child.consentedAt === null ? <Text className="chip stop">{words.noConsent}</Text> : null}
      {onOpen ? <Icon name="next" size="small" /> : null}
    </>
  )
  return onOpen ? (
    <Press className="item child-row" dataId={child.id} onPress={onOpen}>
      {line}
    </Press>
  ) : (
    <View className="item child-row" data-id={child.id}>
      {line}
    </View>
  )
}
