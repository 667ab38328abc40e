import { Text, View } from '@tarojs/components'
import { Button } from '@/components/button/button'
import { Empty } from '@/components/state/empty'
import { Note } from '@/components/state/note'
import { WrittenField } from '@/components/written-field/written-field'
import type { CallView } from '@/contract/get-call'
import { MOST_CHARACTERS } from '@/contract/publish-call'
import { ACTIVITY_WORDS } from '@/copy/activity'
import { callChange as words, callMeanwhile } from '@/copy/call-change'
import { callFault } from '@/copy/call-fault'
import type { Telling } from '@/copy/date'
import { publish } from '@/copy/publish'
import { trouble } from '@/copy/trouble'
import { needsRiskNote } from '@/domain/activity'
import { changedTexts, newsOf, type CallText, type CallTexts } from '@/domain/call-texts'
import { openPage } from '@/platform/navigation'
import { isChanged, useCallChange } from '@/stores/call-change'
import { wordsOf, type SeenTexts } from '@/stores/call-change-form'
import { CoverChoice } from '../cover-choice/cover-choice'

interface CallContentProps {
  call: CallView
  seen: SeenTexts
  form: CallTexts
  telling: Telling
}

const SAFETY: CallText[] = ['riskNote', 'insurance']
const OTHERS: CallText[] = ['description', 'bring', 'contact']
const LINES: CallText[] = ['description', 'bring', 'riskNote', 'insurance']

export function CallContent({ call, seen, form, telling }: CallContentProps) {
  const before = useCallChange((store) => store.before)
  const error = useCallChange((store) => store.error)
  const told = useCallChange((store) => store.told)
  const pending = useCallChange((store) => store.pending)
  const faults = useCallChange((store) => store.faults)
  const write = useCallChange((store) => store.write)
  const save = useCallChange((store) => store.save)
  const { activity, sessions } = call.draft
  if (!call.open)
    return <Empty sentence={words.over} action={{ label: words.toDesk, onPress: () => openPage('desk') }} />
  const field = (name: CallText) => {
    const fault = faults.find(({ path }) => path === name)?.fault
    return (
      <WrittenField
        key={name}
        id={`call-${name}`}
        label={publish[name]}
        value={form[name]}
        most={MOST_CHARACTERS[name]}
        lines={LINES.includes(name)}
        fault={fault ? callFault(fault) : null}
        onChange={(text) => write({ [name]: text })}
      />
    )
  }
  const changed = isChanged(form, seen)
  const news = newsOf(changedTexts(seen.activity, wordsOf(form)), form)
  // Safety first where the kind of service asks for it.
  const notes = needsRiskNote(activity.kind) ? [...SAFETY, ...OTHERS] : [...OTHERS, ...SAFETY]
  return (
    <>
      <View className="row between">
        <View className="chip go">{ACTIVITY_WORDS[activity.kind].name}</View>
        <Text className="small soft">{words.sessions(sessions.length)}</Text>
      </View>
      {told !== null ? (
        <View id="call-told">
          <Note tone="go" icon="check" words={words.done(told)} />
        </View>
      ) : null}
      {before ? (
        <View id="call-meanwhile">
          <Note tone="hands" icon="warning" words={callMeanwhile(before, seen.activity)} />
        </View>
      ) : null}
      {error ? <Note tone="stop" icon="warning" words={trouble(error, telling)} /> : null}
      <View className="card stack call-card">
        {field('title')}
        <CoverChoice chosen={form.cover} onChoose={(cover) => write({ cover })} />
        <Text className="small soft">{words.placeHint}</Text>
      </View>
      <View className="card stack call-card">{notes.map(field)}</View>
      <View className="action-bar">
        {faults.length > 0 || news ? (
          <View className={faults.length > 0 ? 'small in-stop call-bar-words' : 'small soft call-bar-words'}>
            {faults.length > 0 ? publish.faults(faults.length) : words.tells}
          </View>
        ) : null}
        <Button id="call-save" tone="go" fit="grow" off={!changed} busy={pending} onPress={() => void save()}>
          {changed ? (news ? words.saveTells : words.save) : words.same}
        </Button>
      </View>
    </>
  )
}
