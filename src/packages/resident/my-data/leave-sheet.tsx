import { Text, View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { Button } from '@/components/button/button'
import { Tick } from '@/components/choice/tick'
import { Sheet } from '@/components/sheet/sheet'
import { Note } from '@/components/state/note'
import type { Telling } from '@/copy/date'
import { farewell as words, farewellWords } from '@/copy/farewell'
import { trouble } from '@/copy/trouble'
import { toast } from '@/platform/toast'
import { useFarewell } from '@/stores/farewell'

/** What would happen, read and ticked first; then it is done. */
export function LeaveSheet({ telling, onClose }: { telling: Telling; onClose(): void }) {
  const ahead = useFarewell((store) => store.ahead)
  const leaving = useFarewell((store) => store.leaving)
  const error = useFarewell((store) => store.error)
  const look = useFarewell((store) => store.look)
  const leave = useFarewell((store) => store.leave)
  const [known, setKnown] = useState(false)
  useEffect(() => void look(), [look])
  const go = async () => {
    if (await leave()) toast(words.done)
  }
  const content = () => {
    if (ahead.phase === 'loading') return <View className="skeleton" />
    if (ahead.phase === 'failed')
      return <Note tone="stop" icon="warning" words={trouble(ahead.error, telling)} />
    const parts = [
      ...farewellWords(ahead.value, telling),
      { title: words.erased, lines: [words.erasedWhat] },
      { title: words.stays, lines: [words.staysWhy(ahead.value.records)] },
    ]
    return (
      <>
        <Text>{words.before}</Text>
        {parts.map(({ title, lines }) => (
          <View key={title} className="leave-part">
            <View className="strong">{title}</View>
            {lines.map((line) => (
              <View key={line} className="small">
                {line}
              </View>
            ))}
          </View>
        ))}
        <Tick id="leave-known" label={words.known} on={known} onToggle={() => setKnown(!known)} />
        {error ? <Note tone="stop" icon="warning" words={trouble(error, telling)} /> : null}
        <Button id="leave-go" tone="stop" off={!known} busy={leaving} onPress={() => void go()}>
          {words.leave}
        </Button>
      </>
    )
  }
  return (
    <Sheet open id="leave-sheet" title={words.title} onClose={onClose}>
      {content()}
      <Button id="leave-stay" tone="quiet" onPress={onClose}>
        {words.stay}
      </Button>
    </Sheet>
  )
}
