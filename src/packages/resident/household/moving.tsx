import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button/button'
import { Sheet } from '@/components/sheet/sheet'
import { Failure } from '@/components/state/failure'
import { Loading } from '@/components/state/loading'
import { Note } from '@/components/state/note'
import type { Answer } from '@/contract/actions'
import { names } from '@/copy/app'
import type { Telling } from '@/copy/date'
import { family as words } from '@/copy/family'
import { trouble } from '@/copy/trouble'
import { useFamily } from '@/stores/family'
import { Confirm } from './confirm'
import { GivenUpList } from './given-up'

interface MovingProps {
  household: Answer<'getHousehold'>
  telling: Telling
}

/** Moving out of a household with others in it. */
export function Moving({ household, telling }: MovingProps) {
  const [open, setOpen] = useState(false)
  const foresee = useFamily((store) => store.foreseeLeaving)
  const begin = useFamily((store) => store.begin)
  if (household.members.length < 2) return null
  return (
    <>
      <Button
        id="move-out"
        tone="quiet"
        onPress={() => {
          begin()
          void foresee()
          setOpen(true)
        }}
      >
        {words.moveOut}
      </Button>
      <Sheet open={open} id="leave-sheet" title={words.leaveTitle} onClose={() => setOpen(false)}>
        <Leaving household={household} telling={telling} onClose={() => setOpen(false)} />
      </Sheet>
    </>
  )
}

interface LeavingProps {
  household: Answer<'getHousehold'>
  telling: Telling
  onClose(): void
}

/** What becomes of points, bookings and children, said before anything is done. */
function Leaving({ household, telling, onClose }: LeavingProps) {
  const leaving = useFamily((store) => store.leaving)
  const foresee = useFamily((store) => store.foreseeLeaving)
  const pending = useFamily((store) => store.pending)
  const error = useFamily((store) => store.error)
  const change = useFamily((store) => store.change)
  if (leaving.phase === 'loading') return <Loading rows={2} />
  if (leaving.phase === 'failed') {
    return <Failure sentence={trouble(leaving.error, telling)} onRetry={() => void foresee()} />
  }
  const { givenUp, taken, points, children } = leaving.value
  const along = household.children.filter((it) => children.includes(it.id))
  const leave = async () => {
    if (await change('leaveHousehold', { dryRun: false })) onClose()
  }
  return (
    <>
      <View>{words.leaveHint}</View>
      {points > 0 ? <View>{words.leavePoints(points)}</View> : null}
      {along.length > 0 ? (
        <View>{words.leaveChildren(names(along.map((it) => it.nickname)))}</View>
      ) : household.children.length > 0 ? (
        <View>{words.leaveStay}</View>
      ) : null}
      {taken > 0 ? <View>{words.leaveTaken(taken)}</View> : null}
      {givenUp.length > 0 ? (
        <>
          <View>{words.leaveThese}</View>
          <GivenUpList list={givenUp} telling={telling} />
        </>
      ) : null}
      {error ? <Note tone="stop" words={trouble(error, telling)} /> : null}
      <Confirm
        id="confirm-leaving"
        label={words.leaveConfirm}
        busy={pending !== null}
        onConfirm={() => void leave()}
        onCancel={onClose}
      />
    </>
  )
}
