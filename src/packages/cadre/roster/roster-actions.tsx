import { View } from '@tarojs/components'
import { Button } from '@/components/button/button'
import { Icon } from '@/components/icon/icon'
import { behalf } from '@/copy/behalf'
import { change } from '@/copy/change'
import { roster as words } from '@/copy/roster'
import { openPage } from '@/platform/navigation'

interface RosterActionsProps {
  query: Record<string, string>
  /** it has not begun */
  before: boolean
  /** there is somebody to be printed */
  paper: boolean
  /** null: the number is shown, or of no more use */
  onShowCode: (() => void) | null
}

/** What else can be done with a session whose books are open. */
export function RosterActions({ query, before, paper, onShowCode }: RosterActionsProps) {
  return (
    <View className="row wrap">
      {before ? (
        <>
          <Button id="to-change" tone="quiet" fit="slim" onPress={() => openPage('change', query)}>
            <Icon name="edit" size="small" />
            {change.open}
          </Button>
          <Button id="to-behalf" tone="quiet" fit="slim" onPress={() => openPage('behalf', query)}>
            <Icon name="add" size="small" />
            {behalf.open}
          </Button>
        </>
      ) : null}
      {onShowCode ? (
        <Button id="show-code" tone="quiet" fit="slim" onPress={onShowCode}>
          <Icon name="code" size="small" />
          {words.codeForLeaving}
        </Button>
      ) : null}
      {paper ? (
        <Button id="to-paper" tone="quiet" fit="slim" onPress={() => openPage('paper', query)}>
          <Icon name="print" size="small" />
          {words.paper}
        </Button>
      ) : null}
    </View>
  )
}
