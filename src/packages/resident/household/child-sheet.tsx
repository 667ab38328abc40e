import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button/button'
import { Chips } from '@/components/choice/chips'
import { Sheet } from '@/components/sheet/sheet'
import { Note } from '@/components/state/note'
import type { Answer } from '@/contract/actions'
import { ageBandWords } from '@/copy/age-band'
import type { Telling } from '@/copy/date'
import { family as words } from '@/copy/family'
import { household } from '@/copy/household'
import { trouble } from '@/copy/trouble'
import { AGE_BANDS, type AgeBand } from '@/domain/age-band'
import { CONSENT_VERSION } from '@/domain/child'
import { useFamily } from '@/stores/family'
import { ConsentText } from './consent-text'
import { WithdrawConsent } from './withdraw-consent'

interface ChildSheetProps {
  child: Answer<'getHousehold'>['children'][number]
  telling: Telling
  onClose(): void
}

/** How old a child is now, and whether its guardian consents. */
export function ChildSheet({ child, telling, onClose }: ChildSheetProps) {
  const [band, setBand] = useState<AgeBand>(child.ageBand)
  const [withdrawing, setWithdrawing] = useState(false)
  const pending = useFamily((store) => store.pending)
  const error = useFamily((store) => store.error)
  const change = useFamily((store) => store.change)
  const childId = child.id
  const done = async (changed: Promise<object | null>) => {
    if (await changed) onClose()
  }
  if (withdrawing) return <WithdrawConsent child={child} telling={telling} onClose={onClose} />
  return (
    <Sheet open id="child-sheet" title={child.nickname} onClose={onClose}>
      {child.consentedAt === null ? (
        <>
          <Note tone="hands" icon="warning" words={words.consentAgain} />
          <ConsentText />
          <Button
            id="child-agree"
            tone="go"
            busy={pending !== null}
            onPress={() => void done(change('consentForChild', { childId, consentVersion: CONSENT_VERSION }))}
          >
            {household.consentAgree}
          </Button>
        </>
      ) : null}
      {child.ageBandOld ? <Note tone="points" icon="child" words={words.askAge} /> : null}
      <View className="small soft">{words.ageBand}</View>
      <Chips<AgeBand>
        label={words.ageBand}
        options={AGE_BANDS.map((value) => ({ value, label: ageBandWords(value) }))}
        chosen={band}
        onChoose={setBand}
      />
      {error ? <Note tone="stop" words={trouble(error, telling)} /> : null}
      <Button
        id="age-save"
        tone={child.consentedAt === null ? 'quiet' : 'go'}
        busy={pending !== null}
        onPress={() => void done(change('setAgeBand', { childId, ageBand: band }))}
      >
        {words.ageSave}
      </Button>
      <Button id="withdraw-consent" tone="stop" onPress={() => setWithdrawing(true)}>
        {words.withdrawConsent}
      </Button>
    </Sheet>
  )
}
