import { Text, View } from '@tarojs/components'
import { Button } from '@/components/button/button'
import { Icon } from '@/components/icon/icon'
import { VerdictButton, VerdictSentence } from '@/components/verdict-button/verdict-button'
import type { SessionView } from '@/contract/session-view'
import { app } from '@/copy/app'
import type { Telling } from '@/copy/date'
import { isVerdict, outcomeWords } from '@/copy/outcome'
import { session as words } from '@/copy/session'
import type { Standing } from '@/domain/standing'
import { IntentionNotes } from '@/pages/intention-notes'
import { openPage } from '@/platform/navigation'
import { copyLink, SHARES_BY_CARD } from '@/platform/share'
import { toast } from '@/platform/toast'
import { useIntentions } from '@/stores/intention'
import { useSession } from '@/stores/session'

interface ActionBarProps {
  standing: Standing
  slotName: string | null
  session: SessionView['session']
  telling: Telling
  path: string
  /** the link was copied */
  onShared(): void
}

/** The one main button, always in view, and above it what there is to say. */
export function ActionBar({ standing, slotName, session, telling, path, onShared }: ActionBarProps) {
  // Nothing is promised by what was kept from the last time.
  const pending = useSession((store) => store.pending || !store.fresh)
  const waits = useIntentions((store) => store.waiting.some((it) => it.sessionId === session.id))
  const outcome = useSession((store) => store.outcome)
  const act = useSession((store) => store.act)
  const communityId = useSession((store) => store.at?.communityId)

  const press = () => {
    const c = communityId ?? ''
    if (standing.is === 'no_child') openPage('household', { c, add: 'child' })
    else if (standing.is === 'refused' && standing.refusal.reason === 'skill_missing')
      openPage('skills', { c })
    // The one step that changes such a refusal: an address to be confirmed, a consent.
    else if (standing.is === 'refused') openPage('household', { c })
    else if (standing.is === 'check_in') openPage('checkIn', { c, s: session.id })
    else void act(standing)
  }
  const share = async () => {
    const copied = await copyLink(path)
    toast(copied.ok ? app.linkCopied : app.linkNotCopied)
    if (copied.ok) onShared()
  }
  // A verdict is explained by the page as it stands now; anything else by what came of the tap.
  const says =
    outcome && !(isVerdict(outcome) && standing.is !== 'bookable' && standing.is !== 'draw_open')
      ? outcome
      : null
  const covers =
    says?.is === 'failed' || says?.is === 'waiting' || says?.is === 'applied' || says?.is === 'reminded'
  return (
    <View className="action-bar session-bar">
      <IntentionNotes sessionId={session.id} telling={telling} />
      {says ? (
        <View
          className={`session-outcome small grow ${says.is === 'failed' ? 'refusal in-stop' : 'in-go'}`}
          aria-live="polite"
        >
          <Text>{outcomeWords(says, telling, session)}</Text>
        </View>
      ) : null}
      {covers ? null : <VerdictSentence standing={standing} telling={telling} />}
      <View className="row action-bar-buttons">
        <Button
          id="share"
          tone="quiet"
          fit="slim"
          share={SHARES_BY_CARD}
          label={SHARES_BY_CARD ? words.share : words.copyLink}
          onPress={() => {
            if (!SHARES_BY_CARD) void share()
          }}
        >
          <Icon name="share" size="small" />
          <Text className="share-words">{SHARES_BY_CARD ? words.share : words.copyLink}</Text>
        </Button>
        <VerdictButton
          standing={standing}
          telling={telling}
          slotName={slotName}
          pending={pending || waits}
          onPress={press}
        />
      </View>
    </View>
  )
}
