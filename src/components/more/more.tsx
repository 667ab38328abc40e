import { View } from '@tarojs/components'
import { Button } from '../button/button'
import { app } from '@/copy/app'

interface MoreProps {
  /** of the next page; null: there is none */
  cursor: string | null
  page: { loading: boolean; failedAt: string | null }
  onPress(): void
}

/** Asks for the next page of a list. In a place of its own, as its going would send all that stands beside it anew. */
export function More({ cursor, page, onPress }: MoreProps) {
  return (
    <View>
      {cursor === null ? null : (
        <Button id="more" busy={page.loading} onPress={onPress}>
          {page.failedAt === cursor ? app.moreFailed : app.more}
        </Button>
      )}
    </View>
  )
}
