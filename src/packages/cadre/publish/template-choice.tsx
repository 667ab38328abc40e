import { Text, View } from '@tarojs/components'
import { Cover } from '@/components/cover/cover'
import { Icon } from '@/components/icon/icon'
import { MenuRow } from '@/components/menu-row/menu-row'
import { Press } from '@/components/press/press'
import { Loading } from '@/components/state/loading'
import { callTemplate } from '@/copy/call-template'
import { moment, type Telling } from '@/copy/date'
import { publish as words } from '@/copy/publish'
import { ACTIVITY_KINDS } from '@/domain/activity'
import { coverOf } from '@/domain/cover'
import { usePastCalls } from '@/stores/past-calls'
import { publishedBefore, usePublish } from '@/stores/publish'

export function TemplateChoice({ telling }: { telling: Telling }) {
  const communityId = usePublish((store) => store.communityId)
  const kept = usePublish((store) => store.kept)
  const begin = usePublish((store) => store.begin)
  const discard = usePublish((store) => store.discard)
  const goOnWith = usePublish((store) => store.goOnWith)
  const showPast = usePastCalls((store) => store.show)
  if (communityId === null) return <Loading rows={4} />
  return (
    <>
      {kept.map((form) => (
        <View key={form.activity.kind} className="card row kept-draft">
          <Press
            className="row grow"
            id={`publish-resume-${form.activity.kind}`}
            onPress={() => goOnWith(form)}
          >
            <Icon name="edit" />
            <View className="grow">
              <View className="strong">{words.resume}</View>
              <View className="small soft">
                {words.resumeWhen(form.activity.title || words.fallbackTitle)}
              </View>
            </View>
          </Press>
          <Press className="small soft discard" onPress={() => discard(form)}>
            {words.discard}
          </Press>
        </View>
      ))}
      <View className="form-title">
        <View className="title">{words.choose}</View>
        <View className="small soft">{words.chooseHint}</View>
      </View>
      <View className="card publish-past">
        <MenuRow id="publish-past" icon="refresh" title={words.past} onPress={() => showPast(true)} />
      </View>
      {ACTIVITY_KINDS.map((kind) => {
        const template = callTemplate(kind, telling.now)
        return (
          <Press
            key={kind}
            id={`publish-template-${kind}`}
            className="card row template"
            onPress={() => begin(template)}
          >
            <Cover name={coverOf({ kind })} shape="thumb" />
            <View className="grow stack template-words">
              <View className="row tight">
                <Text className="strong">{template.activity.title}</Text>
                {publishedBefore(communityId, kind) ? <View className="chip go">{words.asLast}</View> : null}
              </View>
              <Text className="small soft numbers">{moment(template.first.startsAt, telling)}</Text>
              <Text className="small soft one-line">
                {template.slots.map((slot) => `${slot.title} ${slot.capacity}`).join(' · ')}
              </Text>
            </View>
          </Press>
        )
      })}
    </>
  )
}
