import { useLoad } from '@tarojs/taro'
import { useEffect } from 'react'
import { app } from '@/copy/app'
import { moment } from '@/copy/date'
import { session } from '@/copy/session'
import { pathOf } from '@/platform/navigation'
import { scrollToStart } from '@/platform/scroll'
import { useShareCard } from '@/platform/share'
import { usePublish, type Published } from '@/stores/publish'
import { useShare } from '@/stores/share'
import { useTelling } from '@/stores/telling'
import { CadreOnly } from '../cadre-only/cadre-only'
import { CallForm } from './call-form'
import { HeldCall } from './held-call'
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
  useLoad(() => void open())
  const step = published ? 'published' : held ? 'held' : form ? 'form' : 'choice'
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
