import { Text, View } from '@tarojs/components'
import { Icon, type IconName } from '@/components/icon/icon'
import { Press } from '@/components/press/press'
import { desk as words } from '@/copy/desk'
import { disputes } from '@/copy/disputes'
import { holiday } from '@/copy/holiday'
import { openPage, type PageName } from '@/platform/navigation'

interface ToolsProps {
  /** residents who wait to be confirmed; null: not known yet */
  unconfirmed: number | null
  /** disputes that wait for an answer; null: not known yet */
  disputed: number | null
}

interface Tool {
  id: string
  icon: IconName
  title: string
  page: PageName
  /** that wait, and what a screen reader says of them */
  waiting?: { count: number; words: string } | undefined
}

/** What else a cadre has to do, small enough to leave the screen to the calls; what waits has its number on it. */
export function Tools({ unconfirmed, disputed }: ToolsProps) {
  const waiting = (count: number | null, say: (count: number) => string) =>
    count === null ? undefined : { count, words: say(count) }
  const tools: Tool[] = [
    {
      ...{ id: 'members-open', icon: 'household', title: words.members, page: 'members' },
      waiting: waiting(unconfirmed, words.membersSide),
    },
    {
      ...{ id: 'disputes-open', icon: 'points', title: disputes.title, page: 'disputes' },
      waiting: waiting(disputed, disputes.side),
    },
    { id: 'teams-open', icon: 'people', title: words.teams, page: 'cadreTeams' },
    { id: 'figures-open', icon: 'record', title: words.figures, page: 'figures' },
    { id: 'honours-open', icon: 'hand', title: words.honours, page: 'honours' },
    { id: 'holidays-open', icon: 'calendar', title: holiday.open, page: 'holidays' },
    { id: 'audit-open', icon: 'shield', title: words.audit, page: 'audit' },
  ]
  return (
    <View className="card desk-tools">
      {tools.map((tool) => (
        <Tile key={tool.id} {...tool} />
      ))}
    </View>
  )
}

// What is seen comes first, and is told as it is seen.
const said = (title: string, { count, words: side }: { count: number; words: string }) =>
  `${count > 0 ? `${count} ` : ''}${title},${side}`

function Tile({ id, icon, title, page, waiting }: Tool) {
  return (
    <Press
      id={id}
      className="desk-tool"
      {...(waiting ? { label: said(title, waiting) } : {})}
      onPress={() => openPage(page)}
    >
      <View className="desk-tool-icon">
        <Icon name={icon} />
        {waiting && waiting.count > 0 ? <View className="desk-tool-count">{waiting.count}</View> : null}
      </View>
      <Text className="small">{title}</Text>
    </Press>
  )
}
