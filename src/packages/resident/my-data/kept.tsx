import { Text, View } from '@tarojs/components'
import { Icon } from '@/components/icon/icon'
import { More } from '@/components/more/more'
import { Press } from '@/components/press/press'
import { Note } from '@/components/state/note'
import type { MyLine } from '@/contract/list-my-data'
import { moment, type Telling } from '@/copy/date'
import { myData as words } from '@/copy/my-data'
import { trouble } from '@/copy/trouble'
import { useMyData, type MyData } from '@/stores/my-data'

/** One line for each kind, which unfolds what there is. */
export function Kept({ sections, telling }: { sections: MyData['sections']; telling: Telling }) {
  const open = useMyData((store) => store.section)
  const show = useMyData((store) => store.show)
  return (
    <View className="card">
      {sections.map(({ section, count }) => (
        <View key={section} className="kept">
          <Press
            id={`kept-${section}`}
            className="item"
            label={`${words.sections[section]} ${words.count(section, count)}`}
            onPress={() => void show(section)}
          >
            <Text className="grow">{words.sections[section]}</Text>
            <Text className="small soft numbers">{words.count(section, count)}</Text>
            <View className={open === section ? 'kept-open' : ''}>
              <Icon name="down" size="small" />
            </View>
          </Press>
          {open === section ? <Unfolded telling={telling} /> : null}
        </View>
      ))}
    </View>
  )
}

function Unfolded({ telling }: { telling: Telling }) {
  const lines = useMyData((store) => store.lines)
  const nextPage = useMyData((store) => store.nextPage)
  const more = useMyData((store) => store.more)
  if (lines.phase === 'loading') return <View className="skeleton kept-lines" />
  if (lines.phase === 'failed')
    return <Note tone="stop" icon="warning" words={trouble(lines.error, telling)} />
  return (
    <View className="kept-lines">
      {lines.value.lines.length === 0 ? <View className="small soft">{words.nothing}</View> : null}
      {lines.value.lines.map((line, index) => (
        <Line key={index} line={line} telling={telling} />
      ))}
      <More cursor={lines.value.nextCursor} page={nextPage} onPress={() => void more()} />
    </View>
  )
}

function Line({ line: { at, what, startsAt, details }, telling }: { line: MyLine; telling: Telling }) {
  return (
    <View className="kept-line">
      <View className="strong">{what}</View>
      {startsAt === null ? null : (
        <View className="small numbers">{words.session(moment(startsAt, telling))}</View>
      )}
      {details.length > 0 ? <View className="small">{details.join(' · ')}</View> : null}
      {at === null ? null : <View className="small soft numbers">{words.noted(moment(at, telling))}</View>}
    </View>
  )
}
