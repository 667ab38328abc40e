import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button/button'
import { Section } from '@/components/section/section'
import { Note } from '@/components/state/note'
import type { HeldCallView } from '@/contract/list-held-calls'
import { held as words, heldWords } from '@/copy/content'
import { moment, type Telling } from '@/copy/date'
import { trouble } from '@/copy/trouble'
import { textsOf } from '@/domain/call'
import { openPage } from '@/platform/navigation'
import { toast } from '@/platform/toast'
import { useDesk } from '@/stores/desk'
import { useHeldCalls } from '@/stores/held-calls'
import { useMember } from '@/stores/membership'
import { usePublish } from '@/stores/publish'

/** Calls that are not out yet, and what can be done about each. */
export function HeldCalls({ telling }: { telling: Telling }) {
  const calls = useHeldCalls((store) => store.calls)
  const error = useHeldCalls((store) => store.error)
  if (calls.length === 0) return null
  return (
    <View className="stack" id="held-calls">
      <Section title={words.title} />
      {error ? <Note tone="stop" icon="warning" words={trouble(error, telling)} /> : null}
      {calls.map((call) => (
        <HeldCard key={call.id} call={call} telling={telling} />
      ))}
    </View>
  )
}

function HeldCard({ call, telling }: { call: HeldCallView; telling: Telling }) {
  const admin = useMember()?.role === 'admin'
  const pending = useHeldCalls((store) => store.pending)
  const [sure, setSure] = useState(false)
  const { retry, release, drop } = useHeldCalls.getState()
  const refreshDesk = useDesk((store) => store.refresh)
  const rewrite = usePublish((store) => store.rewrite)
  const { activity, sessions } = call.draft
  const out = async (published: Promise<boolean>, said: string) => {
    if (!(await published)) return
    toast(said)
    await refreshDesk()
  }
  const edit = () => {
    rewrite(call)
    openPage('publish')
  }
  const busy = pending === call.id
  const releases = call.state === 'review' && admin
  return (
    <View className="card stack edge hands" data-id={call.id}>
      <View className="strong">{activity.title}</View>
      <View className="small soft numbers">
        {sessions[0] ? moment(sessions[0].startsAt, telling) : ''} · {activity.place}
      </View>
      <Text className="small">{heldWords(call, telling)}</Text>
      {releases
        ? restOf(call).map((text) => (
            <Text key={text} className="small soft" userSelect>
              {text}
            </Text>
          ))
        : null}
      <View className="row wrap">
        {call.state === 'unanswered' ? (
          <Button tone="go" fit="slim" busy={busy} onPress={() => void out(retry(call.id), words.published)}>
            {words.retry}
          </Button>
        ) : null}
        {releases ? (
          <Button
            tone="go"
            fit="slim"
            busy={busy}
            onPress={() => void out(release(call.id), words.published)}
          >
            {words.release}
          </Button>
        ) : null}
        <Button fit="slim" onPress={edit}>
          {words.edit}
        </Button>
        <Button
          tone="quiet"
          fit="slim"
          busy={busy}
          onPress={() => (sure ? void out(drop(call.id), words.dropped) : setSure(true))}
        >
          {sure ? words.dropSure : words.drop}
        </Button>
      </View>
    </View>
  )
}

/** What an admin has to have read beside what stands above. */
function restOf({ draft }: HeldCallView): string[] {
  const { title, place } = draft.activity
  return [...new Set(textsOf(draft))].filter((text) => text !== title && text !== place)
}
