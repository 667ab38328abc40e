import { useState } from 'react'
import { Button } from '@/components/button/button'
import { Icon } from '@/components/icon/icon'
import type { Telling } from '@/copy/date'
import { fileWords } from '@/copy/file'
import { roster as words } from '@/copy/roster'
import { useRosterFile } from '@/stores/roster-file'
import { WhySheet } from './why-sheet'

interface RosterFileProps {
  at: { communityId: string; sessionId: string }
  telling: Telling
}

/** The roster for Excel: it shows the names, and so needs a reason. */
export function RosterFile({ at, telling }: RosterFileProps) {
  const taking = useRosterFile((store) => store.taking)
  const taken = useRosterFile((store) => store.taken)
  const take = useRosterFile((store) => store.take)
  const forget = useRosterFile((store) => store.forget)
  const [asking, setAsking] = useState(false)
  const close = () => {
    forget()
    setAsking(false)
  }
  return (
    <>
      <Button id="roster-file" tone="quiet" fit="slim" onPress={() => setAsking(true)}>
        <Icon name="list" size="small" />
        {words.file}
      </Button>
      {asking ? (
        <WhySheet
          title={words.fileWhy}
          hint={words.fileHint}
          confirm={words.fileConfirm}
          reasons={words.revealReasons}
          pending={taking}
          trouble={taken && fileWords(taken, telling)}
          onConfirm={(why) => void take(at, why).then((done) => done && close())}
          onClose={close}
        />
      ) : null}
    </>
  )
}
