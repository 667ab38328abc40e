import { View } from '@tarojs/components'
import { Button } from '../button/button'
import { app } from '@/copy/app'

interface MoreProps {
  /** there is a next page */
  shown: boolean
  busy: boolean
  onPress(): void
}

/** Asks for the next page of a list. In a place of its own, as its going would send all that stands beside it anew. */
export function More({ shown, busy, onPress }: MoreProps) {
  return (
    <View>
      {shown ? (
        <Button id="more" busy={busy} onPress={onPress}>
          {app.more}
        </Button>
      ) : null}
    </View>
  )
}
