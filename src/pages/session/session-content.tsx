import { useState } from 'react'
import { CancelSheet } from '@/components/cancel-sheet/cancel-sheet'
import { Note } from '@/components/state/note'
import type { BookingView, SessionView, SlotView } from '@/contract/session-view'
import { app } from '@/copy/app'
import { ago, moment, type Telling } from '@/copy/date'
import { session as words } from '@/copy/session'
import { nameAmong } from '@/copy/slot'
import { substitute as substituteWords } from '@/copy/substitute'
import type { Instant } from '@/domain/time'
import { useShareCard } from '@/platform/share'
import { useSession } from '@/stores/session'
import { chosenFor, currentSlot } from '@/stores/slot-choice'
import { standingOf } from '@/stores/verdict'
import { ActionBar } from './action-bar'
import { Cancelled } from './cancelled'
import { DrawPoints } from './draw-points'
import { Draws } from './draws'
import { Earning } from './earning'
import { Going } from './going'
import { Head } from './head'
import { Held } from './held'
import { Leader } from './leader'
import { Notes } from './notes'
import { PassOn } from './pass-on'
import { People } from './people'
import { Slots } from './slots'
import { substituteCard } from './substitute-card'
import { useSessionCard } from './use-session-card'

interface SessionContentProps {
  view: SessionView
  keptSince: Instant | null
  /** of a post somebody came here to pass on; null: came for anything else */
  passing: string | null
  telling: Telling
}

export function SessionContent({ view, keptSince, passing: first, telling }: SessionContentProps) {
  const slotId = useSession((store) => store.slotId)
  const chosen = useSession((store) => store.chosen)
  const leftOut = useSession((store) => store.leftOut)
  const cancel = useSession((store) => store.cancel)
  const [cancelling, setCancelling] = useState<BookingView | null>(null)
  const [passingId, setPassingId] = useState(first)

  const { session, community } = view
  const card = useSessionCard(view)
  const { path } = card
  const passing = view.slots.flatMap((it) => it.bookings).find((it) => it.id === passingId) ?? null
  const title = words.shareTitle(
    session.title,
    moment(session.startsAt, { ...telling, elder: false }),
    session.place,
  )
  const passed = substituteCard(community.id, passing, telling)
  useShareCard(passed ?? { title, path }, passed ? undefined : card.sent)

  const slot = currentSlot(view, slotId)
  if (!slot) return null
  const party = chosenFor(chosen, leftOut, view, slot)
  const standing = standingOf(view, slot, party, telling.now)
  return (
    <>
      {keptSince !== null ? <Note icon="offline" words={app.offline(ago(keptSince, telling.now))} /> : null}
      <Head view={view} telling={telling} />
      <Leader view={view} />
      {session.cancelledAt !== null ? <Cancelled cancelled={view.cancelled} /> : null}
      {view.substitute?.slotId === null && telling.now < session.startsAt ? (
        <Note tone="wait" icon="swap" words={substituteWords.gone} />
      ) : null}
      <Held
        view={view}
        standing={standing}
        telling={telling}
        onCancel={setCancelling}
        onPassOn={(it) => setPassingId(it.id)}
      />
      {session.cancelledAt === null ? (
        <>
          <Slots view={view} chosenId={slot.id} telling={telling} />
          <Draws view={view} telling={telling} />
          <People view={view} slot={slot} chosen={party} standing={standing} telling={telling} />
          <DrawPoints standing={standing} />
          <Earning view={view} slot={slot} standing={standing} telling={telling} />
        </>
      ) : null}
      <Notes view={view} />
      {session.cancelledAt === null ? <Going view={view} applicants={applicants(view)} /> : null}
      <ActionBar
        standing={standing}
        slotName={nameAmong(nameOf(slot), view.slots.map(nameOf))}
        session={session}
        telling={telling}
        path={path}
        onShared={card.sent}
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
      <PassOn
        booking={passing}
        communityId={community.id}
        telling={telling}
        onClose={() => setPassingId(null)}
      />
    </>
  )
}

/** Households that have applied for places still to be drawn. */
function applicants({ slots }: SessionView): number {
  return slots.reduce(
    (sum, { draw, terms }) => sum + (terms.drawnAt === null ? (draw?.applications ?? 0) : 0),
    0,
  )
}

function nameOf({ title, terms }: SlotView) {
  return { kind: terms.kind, title }
}
