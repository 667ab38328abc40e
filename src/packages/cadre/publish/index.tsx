import { useDidShow, useLoad, useReachBottom } from '@tarojs/taro'
import { useEffect } from 'react'
import { app } from '@/copy/app'
import { moment } from '@/copy/date'
import { session } from '@/copy/session'
import { pathOf } from '@/platform/navigation'
import { scrollToStart } from '@/platform/scroll'
import { useShareCard } from '@/platform/share'
import { useHolidays } from '@/stores/holidays'
import { usePastCalls } from '@/stores/past-calls'
import { usePublish, type Published } from '@/stores/publish'
import { useShare } from '@/stores/share'
import { useTelling } from '@/stores/telling'
import { CadreOnly } from '../cadre-only/cadre-only'
import { CallForm } from './call-form'
import { HeldCall } from './held-call'
import { PastCalls } from './past-calls'
import { PublishedCall } from './published-call'
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
  const h = useShare((store) => store.next)
  const sent = useShare((store) => store.sent)
  useShareCard(
    published ? cardOf(published, telling.now, h) : { title: app.name, path: '/pages/home/index' },
    () => published && void sent(published.communityId, published.sessionIds[0] ?? '', null),
  )
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
    </CadreOnly>
  )
}

function cardOf({ communityId, sessionIds, form }: Published, now: number, h: string) {
  const when = moment(form.first.startsAt, { now, elder: false })
  return {
    title: session.shareTitle(form.activity.title, when, form.activity.place),
    path: pathOf('session', { c: communityId, s: sessionIds[0] ?? '', h }),
  }
}
