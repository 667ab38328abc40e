import { Text, View } from '@tarojs/components'
import { useEffect } from 'react'
import { Button } from '@/components/button/button'
import { Cover } from '@/components/cover/cover'
import { Icon } from '@/components/icon/icon'
import { Press } from '@/components/press/press'
import { Section } from '@/components/section/section'
import { app } from '@/copy/app'
import { moment, type Telling } from '@/copy/date'
import { groupText, publish as words } from '@/copy/publish'
import { coverOf } from '@/domain/cover'
import { copyText } from '@/platform/clipboard'
import { goBack, openPage, pathOf } from '@/platform/navigation'
import { copyLink, linkOf, SHARES_BY_CARD } from '@/platform/share'
import { toast } from '@/platform/toast'
import { startsOf } from '@/stores/call-form'
import { usePublish, type Published } from '@/stores/publish'
import { useOutside } from '@/stores/outside'
import { useShare } from '@/stores/share'
import { slotFigures } from './slot-figures'

interface PublishedCallProps {
  published: Published
  telling: Telling
}

/** It is out: now it goes to the chat group. */
export function PublishedCall({ published, telling }: PublishedCallProps) {
  const leave = usePublish((store) => store.leave)
  const { communityId, sessionIds, form } = published
  const h = useShare((store) => store.next)
  const sent = useShare((store) => store.sent)
  const first = { c: communityId, s: sessionIds[0] ?? '' }
  const address = linkOf(pathOf('session', { ...first, h }))
  const readLink = useOutside((store) => store.readLink)
  const urlLink = useOutside((store) => store.links[h] ?? null)
  const link = address ?? urlLink
  // In WeChat a page has no address of its own: the platform makes one that opens it from anywhere.
  useEffect(() => {
    if (address === null && first.s) void readLink({ communityId, sessionId: first.s, shareId: h })
  }, [address, communityId, first.s, h, readLink])
  const figures = form.slots.map((slot) => slotFigures(slot, form, telling.now))
  const starts = startsOf(form)
  const text = groupText({ ...form, starts }, figures, telling, link)

  const copyAll = async () => {
    const { ok } = await copyText(text)
    toast(ok ? words.textCopied : words.notCopied)
    if (ok) await sent(communityId, first.s, null)
  }
  const copyOne = async (s: string) => {
    const { ok } = await (urlLink && s === first.s
      ? copyText(urlLink)
      : copyLink(pathOf('session', { c: communityId, s, h })))
    toast(ok ? app.linkCopied : app.linkNotCopied)
    if (ok) await sent(communityId, s, null)
  }
  return (
    <>
      {/* What WeChat takes a picture of for the card. */}
      <Cover name={coverOf(form.activity)} shape="round" />
      <View className="done-mark">
        <Icon name="check" size="large" />
        <View className="title">{words.done}</View>
        <View className="soft">{words.doneHint}</View>
      </View>
      {SHARES_BY_CARD ? (
        <Button id="publish-share" tone="go" fit="wide" share>
          {words.sendCard}
        </Button>
      ) : (
        <Button id="publish-copy" tone="go" fit="wide" onPress={() => void copyAll()}>
          {words.copyText}
        </Button>
      )}
      <View className="card stack">
        <View className="small soft">{words.groupText}</View>
        <View className="link-text">
          <Text userSelect>{text}</Text>
        </View>
        {SHARES_BY_CARD ? (
          <Button id="publish-copy" tone="quiet" fit="wide" onPress={() => void copyAll()}>
            {words.copyText}
          </Button>
        ) : null}
        {link ? (
          <>
            <View className="small soft">{words.link}</View>
            <View className="link-text">
              <Text id="publish-link" userSelect>
                {link}
              </Text>
            </View>
            <Button tone="quiet" fit="wide" onPress={() => void copyOne(first.s)}>
              {words.copyLink}
            </Button>
          </>
        ) : null}
      </View>
      {sessionIds.length > 1 ? (
        <>
          <Section title={words.sessions(sessionIds.length)} />
          <View className="card link-list">
            {sessionIds.map((s, at) => (
              <Press
                key={s}
                className="item"
                onPress={() =>
                  SHARES_BY_CARD ? openPage('session', { c: communityId, s }) : void copyOne(s)
                }
              >
                <Text className="grow numbers">{moment(starts[at] ?? form.first.startsAt, telling)}</Text>
                <Text className="small in-go">{SHARES_BY_CARD ? words.openSession : words.copyLink}</Text>
              </Press>
            ))}
          </View>
        </>
      ) : null}
      <View className="row">
        <Button fit="grow" onPress={() => openPage('session', first)}>
          {words.openSession}
        </Button>
        <Button fit="grow" onPress={goBack}>
          {words.toDesk}
        </Button>
      </View>
      <Button tone="quiet" fit="wide" onPress={leave}>
        {words.again}
      </Button>
    </>
  )
}
