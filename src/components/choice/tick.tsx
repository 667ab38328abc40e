import { Text, View } from '@tarojs/components'
import { Icon } from '../icon/icon'
import { roleOf } from '../press/role'
import './tick.scss'

interface TickProps {
  label: string
  on: boolean
  onToggle(): void
  /** beneath the label, small */
  hint?: string | null
  off?: boolean
  id?: string
}

/** A line with a box to tick. */
export function Tick({ label, on, onToggle, hint, off = false, id }: TickProps) {
  return (
    <View
      {...roleOf('checkbox')}
      {...(id ? { id } : {})}
      aria-checked={on}
      aria-disabled={off}
      className={`option tick ${on ? 'on' : ''} ${off ? 'tick-off' : 'tap'}`}
      onClick={() => {
        if (!off) onToggle()
      }}
    >
      <View className={on ? 'tick-box on' : 'tick-box'}>
        {on ? <Icon name="check" size="small" /> : null}
      </View>
      <View className="grow">
        <View>{label}</View>
        {hint ? <Text className="small soft">{hint}</Text> : null}
      </View>
    </View>
  )
}
