import { View } from '@tarojs/components'
import { record as words } from '@/copy/record'
import { Button } from '../button/button'
import { Note } from '../state/note'

interface KeepPictureProps {
  id: string
  /** what came of it; null: not tried */
  kept: { ok: true } | { ok: false; reason: 'not_allowed' | 'cancelled' | 'failed' } | null
  /** it is drawn */
  ready: boolean
  busy: boolean
  onKeep(): void
  /** to where a permission that was refused can be given */
  onPermissions(): void
}

/** Into the album, or as a file where there is none; and what came of it. */
export function KeepPicture({ id, kept, ready, busy, onKeep, onPermissions }: KeepPictureProps) {
  const failure = kept && !kept.ok ? kept.reason : null
  const notAllowed = failure === 'not_allowed'
  return (
    <>
      <View aria-live="polite">
        {kept?.ok ? <Note tone="go" icon="check" words={words.imageKept} /> : null}
        {failure && failure !== 'cancelled' ? (
          <Note tone="stop" icon="warning" words={notAllowed ? words.imageNotAllowed : words.imageFailed} />
        ) : null}
      </View>
      {notAllowed ? (
        <Button id="to-permissions" tone="quiet" fit="wide" onPress={onPermissions}>
          {words.toPermissions}
        </Button>
      ) : null}
      <Button id={id} tone="go" fit="wide" off={!ready} busy={busy} onPress={onKeep}>
        {process.env.TARO_ENV === 'h5' ? words.imageSave : words.imageKeep}
      </Button>
    </>
  )
}
