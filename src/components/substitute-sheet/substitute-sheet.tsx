import { Text, View } from '@tarojs/components'
import { Button } from '../button/button'
import { Icon } from '../icon/icon'
import { Sheet } from '../sheet/sheet'
import { app } from '@/copy/app'
import type { Telling } from '@/copy/date'
import { cardWords, findWords, substitute as words } from '@/copy/substitute'
import type { Instant } from '@/domain/time'

interface SubstituteSheetProps {
  /** null: closed */
  post: { session: { startsAt: Instant }; substitute: { waitlistUntil: Instant | null } | null } | null
  telling: Telling
  /** an answer is under way */
  pending: boolean
  /** WeChat's own share sheet opens from the button; elsewhere `onShare` copies the link */
  sharesByCard: boolean
  onFind(): void
  onShare(): void
  onClose(): void
}

/** Says what passing a post on does; once the link is there, sends it round. */
export function SubstituteSheet(props: SubstituteSheetProps) {
  const { post, telling, pending, onFind, onClose } = props
  if (!post) return null
  if (post.substitute) return <CardSheet {...props} waitlistUntil={post.substitute.waitlistUntil} />
  return (
    <Sheet open id="substitute-sheet" title={words.title} onClose={onClose}>
      <View>{findWords(post.session.startsAt, telling)}</View>
      <View className="small soft">{words.still}</View>
      <View className="row">
        <Button fit="grow" onPress={onClose}>
          {app.cancel}
        </Button>
        <Button id="confirm-substitute" fit="grow" tone="go" busy={pending} onPress={onFind}>
          {words.find}
        </Button>
      </View>
    </Sheet>
  )
}

function CardSheet({
  waitlistUntil,
  telling,
  sharesByCard,
  onShare,
  onClose,
}: SubstituteSheetProps & { waitlistUntil: Instant | null }) {
  return (
    <Sheet open id="substitute-sheet" title={words.ready} onClose={onClose}>
      <View>{cardWords(waitlistUntil, telling)}</View>
      <View className="small soft">{words.still}</View>
      <Button
        id="share-substitute"
        fit="wide"
        tone="go"
        share={sharesByCard}
        onPress={() => {
          if (!sharesByCard) onShare()
        }}
      >
        <Icon name="share" size="small" />
        <Text>{sharesByCard ? words.share : words.copyLink}</Text>
      </Button>
    </Sheet>
  )
}
