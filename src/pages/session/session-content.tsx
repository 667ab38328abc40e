import { View } from '@tarojs/components'
import { useState } from 'react'
import { CancelSheet } from '@/components/cancel-sheet/cancel-sheet'
import { Note } from '@/components/state/note'
import type { BookingView, SessionView, SlotView } from '@/contract/session-view'
import { app } from '@/copy/app'
import { ago, moment, type Telling } from '@/copy/date'
import { session as words } from '@/copy/session'
import { nameAmong } from '@/copy/slot'
import type { Instant } from '@/domain/time'
import { pathOf } from '@/platform/navigation'
import { useShareCard } from '@/platform/share'
import { useSession } from '@/stores/session'
import { chosenFor, currentSlot } from '@/stores/slot-choice'
import { standingOf } from '@/stores/verdict'
import { ActionBar } from './action-bar'
import { Cancelled } from './cancelled'
import { DrawPoints } from './draw-points'
import { Draws } from './draws'
import { Head } from './head'
import { Held } from './held'
import { Notes } from './notes'
import { People } from './people'
import { Slots } from './slots'

interface SessionContentProps {
  view: SessionView
  keptSince: Instant | null
  telling: Telling
}

export function SessionContent({ view, keptSince, telling }: SessionContentProps) {
  const slotId = useSession((store) => store.slotId)
  const chosen = useSession((store) => store.chosen)
  const leftOut = useSession((store) => store.leftOut)
  const cancel = useSession((store) => store.cancel)
  const [cancelling, setCancelling] = useState<BookingView | null>(null)

  const { session, community } = view
  const path = pathOf('session', { c: community.id, s: session.id })
  useShareCard({
    title: words.shareTitle(
      session.title,
      moment(session.startsAt, { ...telling, elder: false }),
      session.place,
    ),
    path,
  })

  const slot = currentSlot(view, slotId)
  if (!slot) return null
  const party = chosenFor(chosen, leftOut, view, slot)
  const standing = standingOf(view, slot, party, telling.now)
  return (
    <>
      {keptSince !== null ? <Note icon="offline" words={app.offline(ago(keptSince, telling.now))} /> : null}
      <Head view={view} telling={telling} />
      {session.cancelledAt !== null ? <Cancelled cancelled={view.cancelled} /> : null}
      <Held view={view} standing={standing} telling={telling} onCancel={setCancelling} />
      {session.cancelledAt === null ? (
        <>
          <Slots view={view} chosenId={slot.id} telling={telling} />
          <Draws view={view} telling={telling} />
          <People view={view} slot={slot} chosen={party} standing={standing} telling={telling} />
          <DrawPoints standing={standing} />
        </>
      ) : null}
      <Notes view={view} />
      {session.cancelledAt === null ? <View className="small soft">{words.going(view.going)}</View> : null}
      <ActionBar
        standing={standing}
        slotName={nameAmong(nameOf(slot), view.slots.map(nameOf))}
        session={session}
        telling={telling}
        path={path}
      />
      <CancelSheet
        booking={cancelling}
        telling={telling}
        onClose={() => setCancelling(null)}
        onConfirm={(attendeeIds) => {
          if (cancelling) void cancel(cancelling.id, attendeeIds)
          setCancelling(null)
        }}
      />
    </>
  )
}

function nameOf({ title, terms }: SlotView) {
  return { kind: terms.kind, title }
}
