import { View } from '@tarojs/components'
import { Button } from '@/components/button/button'
import { Icon } from '@/components/icon/icon'
import { held as words } from '@/copy/content'
import { publish } from '@/copy/publish'
import type { HeldState } from '@/domain/content-check'
import { goBack } from '@/platform/navigation'
import { usePublish } from '@/stores/publish'

/** It is kept, and goes out once its texts have been checked. */
export function HeldCall({ state }: { state: HeldState }) {
  const leave = usePublish((store) => store.leave)
  return (
    <>
      <View className="done-mark" id="call-held">
        <Icon name="clock" size="large" />
        <View className="title">{words.kept}</View>
        <View className="soft">{state === 'review' ? words.toReview : words.keptHint}</View>
      </View>
      <Button tone="go" fit="wide" onPress={goBack}>
        {publish.toDesk}
      </Button>
      <Button tone="quiet" fit="wide" onPress={leave}>
        {publish.again}
      </Button>
    </>
  )
}
