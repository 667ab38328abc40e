import { useState } from 'react'
import { CancelSheet } from '@/components/cancel-sheet/cancel-sheet'
import { paintingOf } from '@/components/drawing/draw-card'
import { ShareCanvas } from '@/components/share-canvas/share-canvas'
import { Note } from '@/components/state/note'
import type { BookingView, SessionView, SlotView } from '@/contract/session-view'
import { app } from '@/copy/app'
import { ago, type Telling } from '@/copy/date'
import { nameAmong } from '@/copy/slot'
import { substitute as substituteWords } from '@/copy/substitute'
import type { Instant } from '@/domain/time'
import { SHARE_CANVAS } from '@/platform/painting'
import { useShareCard, useTimelineCard } from '@/platform/share'
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
import { Thanks } from './thanks'
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
  const { card, picture, link, sent } = useSessionCard(view, telling.now)
  const passing = view.slots.flatMap((it) => it.bookings).find((it) => it.id === passingId) ?? null
  const passed = substituteCard(community.id, passing, telling)
  useShareCard(passed ?? card, passed ? {} : { onShare: sent, painting: paintingOf(picture) })
  useTimelineCard(card)

  const slot = currentSlot(view, slotId)
  if (!slot) return null
  const party = chosenFor(chosen, leftOut, view, slot)
  const standing = standingOf(view, slot, party, telling.now)
  return (
    <>
      {keptSince !== null ? <Note icon="offline" words={app.offline(ago(keptSince, telling))} /> : null}
      <Head
        activity={view.activity}
        session={session}
        place={`${session.place} · ${community.name}`}
        telling={telling}
      />
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
      <Thanks thanks={view.thanks} />
      <Notes view={view} />
      {session.cancelledAt === null ? <Going view={view} applicants={applicants(view)} /> : null}
      <ActionBar
        standing={standing}
        slotName={nameAmong(nameOf(slot), view.slots.map(nameOf))}
        session={session}
        telling={telling}
        path={link}
        onShared={sent}
      />
      <ShareCanvas id={SHARE_CANVAS} />
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
