import { Text, View } from '@tarojs/components'
import { Button } from '@/components/button/button'
import { Press } from '@/components/press/press'
import { Sheet } from '@/components/sheet/sheet'
import { demo as words } from '@/copy/demo'
import { moment, type Telling } from '@/copy/date'
import { openNewTab } from '@/platform/new-tab'
import { useDemo } from '@/stores/demo'
import { beforeNextSession, nextSaturdayMorning } from '@/stores/demo-time'
import { useHome } from '@/stores/home'
import { valueOf } from '@/stores/loadable'

interface PersonaSheetProps {
  open: boolean
  telling: Telling
  onClose(): void
}

/** Who to be, and when. */
export function PersonaSheet({ open, telling, onClose }: PersonaSheetProps) {
  const personas = useDemo((store) => store.personas) ?? []
  const chosen = useDemo((store) => store.chosen)
  const become = useDemo((store) => store.become)
  const move = useDemo((store) => store.move)
  const home = useHome((store) => valueOf(store.home))
  const next = beforeNextSession(home, telling.now)
  return (
    <Sheet open={open} id="persona-sheet" title={words.title} onClose={onClose}>
      <View className="small soft">{words.hint}</View>
      {personas.map((it) => (
        <Press
          key={it.code}
          id={`persona-${it.code}`}
          className={it.code === chosen ? 'option persona on' : 'option persona'}
          onPress={() => become(it.code)}
        >
          <View className="strong">
            {it.name} · {it.title}
          </View>
          <View className="small soft">{it.why}</View>
        </Press>
      ))}
      <View className="section">
        <Text>
          {words.time} {moment(telling.now, telling)}
        </Text>
      </View>
      <View className="row wrap">
        <Button fit="slim" onPress={() => void move({ advanceMinutes: 60 })}>
          {words.hour}
        </Button>
        <Button fit="slim" onPress={() => void move({ advanceMinutes: 24 * 60 })}>
          {words.day}
        </Button>
        {next !== null ? (
          <Button fit="slim" onPress={() => void move({ to: next })}>
            {words.nextSession}
          </Button>
        ) : null}
        <Button fit="slim" onPress={() => void move({ to: nextSaturdayMorning(telling.now) })}>
          {words.saturday}
        </Button>
        <Button id="clock-reset" fit="slim" tone="quiet" onPress={() => void move({ reset: true })}>
          {words.reset}
        </Button>
      </View>
      {process.env.TARO_ENV === 'h5' ? (
        <Button id="demo-platform" tone="quiet" fit="wide" onPress={() => openNewTab('/demo/platform')}>
          {words.platform}
        </Button>
      ) : null}
    </Sheet>
  )
}
