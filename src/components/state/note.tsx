import { Text, View } from '@tarojs/components'
import { Icon, type IconName } from '../icon/icon'

interface NoteProps {
  words: string
  tone?: 'go' | 'hands' | 'points' | 'wait' | 'stop'
  icon?: IconName
  className?: string
}

/** A sentence that stands by itself: offline, done, refused. */
export function Note({ words, tone, icon, className = '' }: NoteProps) {
  return (
    <View className={`notice ${tone ?? ''} ${className}`} aria-live="polite">
      {icon ? <Icon name={icon} size="small" /> : null}
      <Text className="grow">{words}</Text>
    </View>
  )
}
