import { Text, View } from '@tarojs/components'
import { Button } from '../button/button'
import { EmptyDrawing } from '../cover/empty-drawing'

interface EmptyProps {
  /** what is not here, and what to do about it */
  sentence: string
  action?: { label: string; onPress(): void }
}

export function Empty({ sentence, action }: EmptyProps) {
  return (
    <View className="empty">
      <EmptyDrawing />
      <Text>{sentence}</Text>
      {action ? (
        <Button tone="go" onPress={action.onPress}>
          {action.label}
        </Button>
      ) : null}
    </View>
  )
}
