import { Text, View } from '@tarojs/components'
import { Button } from '../button/button'
import type { Telling } from '@/copy/date'
import { verdictSentence, verdictWords } from '@/copy/verdict'
import type { Standing } from '@/domain/standing'
import './verdict-button.scss'

interface VerdictButtonProps {
  standing: Standing
  telling: Telling
  /** of the slot it speaks about, where there are several of its kind */
  slotName?: string | null
  /** an answer is under way */
  pending: boolean
  onPress(): void
}

/** The one main button: its words are the verdict. */
export function VerdictButton({ standing, telling, slotName, pending, onPress }: VerdictButtonProps) {
  const { label, tone, acts } = verdictWords(standing, telling, slotName)
  // How it stands is no button, and looks like none.
  if (!acts) {
    return (
      <View id="verdict-button" className={`verdict-status ${tone}`}>
        {label}
      </View>
    )
  }
  return (
    <Button
      id="verdict-button"
      {...(tone === 'off' ? {} : { tone })}
      fit="grow"
      off={tone === 'off'}
      busy={pending}
      onPress={onPress}
    >
      {label}
    </Button>
  )
}

/** Above the button, when it is not a plain yes: why, and what would change it. */
export function VerdictSentence({ standing, telling }: Pick<VerdictButtonProps, 'standing' | 'telling'>) {
  const sentence = verdictSentence(standing, telling)
  return sentence ? (
    <View className="refusal verdict-sentence" aria-live="polite">
      <Text>{sentence}</Text>
    </View>
  ) : null
}
