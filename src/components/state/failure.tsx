import { Text, View } from '@tarojs/components'
import { Button } from '../button/button'
import { EmptyDrawing } from '../cover/empty-drawing'
import { app } from '@/copy/app'

interface FailureProps {
  /** what is the matter, and what to do */
  sentence: string
  onRetry(): void
}

export function Failure({ sentence, onRetry }: FailureProps) {
  return (
    <View className="empty failure" aria-live="polite">
      <EmptyDrawing />
      <Text>{sentence}</Text>
      <Button tone="go" onPress={onRetry}>
        {app.retry}
      </Button>
    </View>
  )
}
