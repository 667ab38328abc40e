import { useDidShow, useLoad, useReachBottom } from '@tarojs/taro'
import { useEffect } from 'react'
import { ShareCanvas } from '@/components/share-canvas/share-canvas'
import { shareCard, type ShareCard } from '@/copy/share-card'
import { scrollToStart } from '@/platform/scroll'
import { SHARE_CANVAS } from '@/platform/painting'
import { useHolidays } from '@/stores/holidays'
import { useMember } from '@/stores/membership'
import { usePastCalls } from '@/stores/past-calls'
import { usePublish, type Published } from '@/stores/publish'
import { useShare } from '@/stores/share'
import { useTelling } from '@/stores/telling'
import { useCallCard } from '@/pages/call-card/use-call-card'
import { CadreOnly } from '../cadre-only/cadre-only'
import { CallForm } from './call-form'
import { HeldCall } from './held-call'
import { PastCalls } from './past-calls'
import { PublishedCall } from './published-call'
import { slotFigures } from './slot-figures'
import { TemplateChoice } from './template-choice'
import './index.scss'

/** From a template to a call in the chat group, in under a minute. */
export default function Publish() {
  const telling = useTelling()
  const form = usePublish((store) => store.form)
  const published = usePublish((store) => store.published)
  const held = usePublish((store) => store.held)
  const open = usePublish((store) => store.open)
  useLoad(() => {
    usePastCalls.getState().show(false)
    void open()
  })
  // Anew on coming back from the page where they are kept.
  useDidShow(() => void useHolidays.getState().refresh())
  const past = usePastCalls((store) => store.shown)
  const step = published ? 'published' : held ? 'held' : form ? 'form' : past ? 'past' : 'choice'
  useReachBottom(() => {
    if (step === 'past') void usePastCalls.getState().more()
  })
  useEffect(() => scrollToStart('publish'), [step])
  const sent = useShare((store) => store.sent)
  const community = useMember()?.communityName ?? ''
  const call = published && {
    ...{ communityId: published.communityId, sessionId: published.sessionIds[0] ?? '' },
    card: cardOf(published, community, telling.now),
  }
  useCallCard(call, ({ communityId, sessionId }) => void sent(communityId, sessionId, null))
  return (
    <CadreOnly id="publish">
      {published ? (
        <PublishedCall published={published} telling={telling} />
      ) : held ? (
        <HeldCall state={held} />
      ) : form ? (
        <CallForm form={form} telling={telling} />
      ) : past ? (
        <PastCalls telling={telling} />
      ) : (
        <TemplateChoice telling={telling} />
      )}
      <ShareCanvas id={SHARE_CANVAS} />
    </CadreOnly>
  )
}

function cardOf({ form }: Published, community: string, now: number): ShareCard {
  const { title, place, kind } = form.activity
  const slots = form.slots.map((slot) => slotFigures(slot, form, now))
  return shareCard({ title, place, community, kind, ...form.first, cancelled: false, slots }, now)
}
