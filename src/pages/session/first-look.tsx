import { View } from '@tarojs/components'
import { Button } from '@/components/button/button'
import { Loading } from '@/components/state/loading'
import { Note } from '@/components/state/note'
import type { Telling } from '@/copy/date'
import { session as words } from '@/copy/session'
import type { CardPreview } from '@/domain/card-preview'
import { Head } from './head'

interface FirstLookProps {
  preview: CardPreview
  /** opened in the timeline, where nobody is known and nothing can be asked */
  onlyLook: boolean
  telling: Telling
}

/** What the card itself tells, while the server is asked. */
export function FirstLook({ preview, onlyLook, telling }: FirstLookProps) {
  return (
    <>
      <Head activity={preview} session={preview} place={preview.place} telling={telling} />
      {onlyLook ? (
        <Note words={words.onlyLook} />
      ) : (
        <>
          <Loading rows={2} />
          <View className="action-bar session-bar">
            <Button id="looking" tone="go" fit="wide" busy>
              {words.looking}
            </Button>
          </View>
        </>
      )}
    </>
  )
}
