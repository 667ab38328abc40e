import { View } from '@tarojs/components'
import { useEffect } from 'react'
import { Sheet } from '@/components/sheet/sheet'
import { Failure } from '@/components/state/failure'
import { Loading } from '@/components/state/loading'
import { Note } from '@/components/state/note'
import type { Answer } from '@/contract/actions'
import type { Telling } from '@/copy/date'
import { family as words } from '@/copy/family'
import { trouble } from '@/copy/trouble'
import { useFamily } from '@/stores/family'
import { Confirm } from './confirm'
import { GivenUpList } from './given-up'

interface WithdrawConsentProps {
  child: Answer<'getHousehold'>['children'][number]
  telling: Telling
  onClose(): void
}

/** Says what will be cancelled before consent is taken back. */
export function WithdrawConsent({ child, telling, onClose }: WithdrawConsentProps) {
  const withdrawal = useFamily((store) => store.withdrawal)
  const foresee = useFamily((store) => store.foreseeWithdrawal)
  const pending = useFamily((store) => store.pending)
  const error = useFamily((store) => store.error)
  const change = useFamily((store) => store.change)
  const childId = child.id
  useEffect(() => void foresee(childId), [foresee, childId])
  const withdraw = async () => {
    if (await change('withdrawConsent', { childId, dryRun: false })) onClose()
  }
  const content = () => {
    if (withdrawal.phase === 'loading') return <Loading rows={1} />
    if (withdrawal.phase === 'failed') {
      return <Failure sentence={trouble(withdrawal.error, telling)} onRetry={() => void foresee(childId)} />
    }
    const { givenUp } = withdrawal.value
    return (
      <>
        <View>{givenUp.length > 0 ? words.withdrawThese : words.withdrawNothing}</View>
        {givenUp.length > 0 ? <GivenUpList list={givenUp} telling={telling} /> : null}
        <View className="small soft">{words.withdrawAfter}</View>
        {error ? <Note tone="stop" words={trouble(error, telling)} /> : null}
        <Confirm
          id="confirm-withdrawal"
          label={givenUp.length > 0 ? words.withdrawConfirm : words.withdrawConsent}
          busy={pending !== null}
          onConfirm={() => void withdraw()}
          onCancel={onClose}
        />
      </>
    )
  }
  return (
    <Sheet open id="withdraw-sheet" title={words.withdrawTitle(child.nickname)} onClose={onClose}>
      {content()}
    </Sheet>
  )
}
