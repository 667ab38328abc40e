import { Text, View } from '@tarojs/components'
import { Cover } from '@/components/cover/cover'
import { Sheet } from '@/components/sheet/sheet'
import { SlotCard } from '@/components/slot-card/slot-card'
import { period, type Telling } from '@/copy/date'
import { publish as words, sessionsLine } from '@/copy/publish'
import { session } from '@/copy/session'
import { coverOf } from '@/domain/cover'
import { startsOf, type CallForm } from '@/stores/call-form'
import { slotFigures } from './slot-figures'

interface PreviewProps {
  open: boolean
  form: CallForm
  telling: Telling
  onClose(): void
}

const NOTES = ['description', 'bring', 'riskNote', 'insurance', 'contact'] as const

/** The session page as it will open from the chat group. */
export function Preview({ open, form, telling, onClose }: PreviewProps) {
  const { activity, first } = form
  const sessions = sessionsLine(startsOf(form), telling.now)
  return (
    <Sheet open={open} id="preview" title={words.previewTitle} onClose={onClose}>
      <Cover name={coverOf(activity)} shape="round" />
      <View className="title">{activity.title}</View>
      <View className="strong numbers">{period(first.startsAt, first.endsAt, telling)}</View>
      {sessions ? <View className="small soft">{sessions}</View> : null}
      <View className="soft">{activity.place}</View>
      {form.slots.map((slot, at) => (
        <View key={at} className="preview-slot">
          <SlotCard
            id={`preview-${at}`}
            slot={slotFigures(slot, form, telling.now)}
            telling={telling}
            chosen={false}
            choosable={false}
            onChoose={() => undefined}
          />
        </View>
      ))}
      {NOTES.filter((note) => activity[note].trim() !== '').map((note) => (
        <View key={note}>
          <View className="small soft">{session[note]}</View>
          <Text>{activity[note]}</Text>
        </View>
      ))}
    </Sheet>
  )
}
