import { View } from '@tarojs/components'
import { Note } from '@/components/state/note'
import type { SessionView } from '@/contract/session-view'
import { causeSentence, endedWords } from '@/copy/cancelled'
import { session as words } from '@/copy/session'

/** That it does not take place, why, and what became of what this household held. */
export function Cancelled({ cancelled }: Pick<SessionView, 'cancelled'>) {
  const ended = cancelled && endedWords(cancelled)
  return (
    <View id="session-cancelled" className="stack">
      <Note
        tone="stop"
        icon="warning"
        words={cancelled ? `${words.cancelled}。${causeSentence(cancelled)}` : words.cancelled}
      />
      {ended ? <Note tone="go" icon="check" words={ended} /> : null}
    </View>
  )
}
