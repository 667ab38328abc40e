import { Text, View } from '@tarojs/components'
import { Section } from '@/components/section/section'
import type { SessionView } from '@/contract/session-view'
import { session as words } from '@/copy/session'

/** What one should know before coming; what the cadre left empty is not shown. */
export function Notes({ view }: { view: SessionView }) {
  const { description, bring, riskNote, insurance, contact } = view.activity
  const notes = [
    { label: words.description, text: description },
    { label: words.bring, text: bring },
    { label: words.riskNote, text: riskNote },
    { label: words.insurance, text: insurance },
    { label: words.contact, text: contact },
  ].filter((note) => note.text !== '')
  if (notes.length === 0) return null
  return (
    <View className="stack">
      <Section title={words.toKnow} />
      <View className="card stack">
        {notes.map((note) => (
          <View key={note.label}>
            <View className="small soft">{note.label}</View>
            <Text>{note.text}</Text>
          </View>
        ))}
      </View>
    </View>
  )
}
