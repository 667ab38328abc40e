import { Text, View } from '@tarojs/components'
import { Press } from '@/components/press/press'
import { WrittenField } from '@/components/written-field/written-field'
import { MOST_CHARACTERS } from '@/contract/publish-call'
import { ACTIVITY_WORDS } from '@/copy/activity'
import { publish as words } from '@/copy/publish'
import { coverOf } from '@/domain/cover'
import type { CallForm } from '@/stores/call-form'
import { usePublish } from '@/stores/publish'
import { CoverChoice } from '../cover-choice/cover-choice'
import { useFault } from './fault-at'
import { GridField } from './grid-field'

export function WhatFields({ form, onOther }: { form: CallForm; onOther(): void }) {
  const change = usePublish((store) => store.change)
  const { activity } = form
  const write = (part: Partial<CallForm['activity']>) =>
    change({ ...form, activity: { ...activity, ...part } })
  return (
    <>
      <View className="row between">
        <View className="chip go">{ACTIVITY_WORDS[activity.kind].name}</View>
        <Press id="publish-other" className="small in-go" onPress={onOther}>
          <Text>{words.otherTemplate}</Text>
        </Press>
      </View>
      <View className="card stack form-card">
        <View id="at-activity-title">
          <WrittenField
            id="call-title"
            label={words.title}
            value={activity.title}
            most={MOST_CHARACTERS.title}
            placeholder={words.titlePlaceholder}
            fault={useFault('activity.title')}
            onChange={(title) => write({ title })}
          />
        </View>
        <View id="at-activity-place">
          <WrittenField
            id="call-place"
            label={words.place}
            value={activity.place}
            most={MOST_CHARACTERS.place}
            placeholder={words.placePlaceholder}
            fault={useFault('activity.place')}
            onChange={(place) => write({ place })}
          />
        </View>
        <GridField form={form} />
        <CoverChoice chosen={coverOf(activity)} onChoose={(cover) => write({ cover })} />
      </View>
    </>
  )
}
