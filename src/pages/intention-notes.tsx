import { Text, View } from '@tarojs/components'
import { Icon } from '@/components/icon/icon'
import { Press } from '@/components/press/press'
import type { Telling } from '@/copy/date'
import { intention as words, newsWords, waitingWords } from '@/copy/intention'
import { toast } from '@/platform/toast'
import { useIntentions } from '@/stores/intention'

interface IntentionNotesProps {
  /** of one session alone */
  sessionId?: string
  telling: Telling
}

/** What was asked for on a dead network and still waits, and what became of it. */
export function IntentionNotes({ sessionId, telling }: IntentionNotesProps) {
  const all = useIntentions((store) => store.waiting)
  const latest = useIntentions((store) => store.news)
  const drop = useIntentions((store) => store.drop)
  const forgetNews = useIntentions((store) => store.forgetNews)
  const here = (it: { sessionId: string }) => sessionId === undefined || it.sessionId === sessionId
  const waiting = all.filter(here)
  const news = latest && here(latest.intention) ? latest : null
  return (
    <>
      {waiting.map((it) => (
        <View key={it.requestId} className="notice" aria-live="polite">
          <Icon name="offline" size="small" />
          <Text className="grow">{waitingWords(it)}</Text>
          <Press
            className="notice-act"
            onPress={() => {
              drop(it.requestId)
              toast(words.dropped)
            }}
          >
            {words.drop}
          </Press>
        </View>
      ))}
      {news ? (
        <View className={`notice ${news.is === 'done' ? 'go' : 'stop'}`} aria-live="polite">
          <Text className="grow">{newsWords(news, telling)}</Text>
          <Press className="notice-act" onPress={forgetNews}>
            {words.read}
          </Press>
        </View>
      ) : null}
    </>
  )
}
