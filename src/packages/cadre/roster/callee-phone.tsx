import { View } from '@tarojs/components'
import { Press } from '@/components/press/press'
import { ringUp as words } from '@/copy/ring-up'
import { ringUp } from '@/platform/telephone'
import { toast } from '@/platform/toast'
import { useRingUp } from '@/stores/ring-up'

/** A number that was left: masked until it is asked for, which the log notes; then it is rung up by a tap. */
export function CalleePhone({ noticeId, masked }: { noticeId: string; masked: string }) {
  const number = useRingUp((store) => store.numbers[noticeId])
  const reveal = useRingUp((store) => store.reveal)
  if (number === null) return <View className="small soft">{words.gone}</View>
  const call = async (it: string) => {
    const rung = await ringUp(it)
    if (!rung.ok && rung.reason !== 'cancelled') toast(words.failed)
  }
  return (
    <Press className="in-go" onPress={() => void (number === undefined ? reveal(noticeId) : call(number))}>
      <View className="numbers">{number === undefined ? words.reveal(masked) : words.call(number)}</View>
    </Press>
  )
}
