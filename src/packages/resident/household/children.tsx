import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button/button'
import { Icon } from '@/components/icon/icon'
import { Section } from '@/components/section/section'
import type { Answer } from '@/contract/actions'
import { ageBandWords } from '@/copy/age-band'
import type { Telling } from '@/copy/date'
import { household as words } from '@/copy/household'
import { AddChild } from './add-child'

interface ChildrenProps {
  household: Answer<'getHousehold'>
  telling: Telling
  /** the page was opened to add one */
  adding: boolean
}

export function Children({ household, telling, adding }: ChildrenProps) {
  const [open, setOpen] = useState(adding && household.guardian)
  const { children, guardian } = household
  return (
    <View className="stack">
      <Section title={words.children} />
      <View className="card household-list">
        {children.map((child) => (
          <View key={child.id} className="item child-row" data-id={child.id}>
            <Icon name="child" />
            <Text className="grow">{child.nickname}</Text>
            <Text className="soft small">{ageBandWords(child.ageBand)}</Text>
            {child.consentedAt === null ? <Text className="chip stop">{words.noConsent}</Text> : null}
          </View>
        ))}
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
      <AddChild open={open} telling={telling} goesBack={adding} onClose={() => setOpen(false)} />
    </View>
  )
}
