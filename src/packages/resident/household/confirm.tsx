import { View } from '@tarojs/components'
import { Button } from '@/components/button/button'
import { app } from '@/copy/app'

interface ConfirmProps {
  id: string
  label: string
  busy: boolean
  onConfirm(): void
  onCancel(): void
}

/** The last word before something is given up, and the way back. */
export function Confirm({ id, label, busy, onConfirm, onCancel }: ConfirmProps) {
  return (
    <View className="row">
      <Button fit="grow" onPress={onCancel}>
        {app.cancel}
      </Button>
      <Button id={id} fit="grow" tone="stop" busy={busy} onPress={onConfirm}>
        {label}
      </Button>
    </View>
  )
}
