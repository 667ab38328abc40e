import { useState } from 'react'
import { Button } from '@/components/button/button'
import { Field } from '@/components/field/field'
import { Sheet } from '@/components/sheet/sheet'
import { Note } from '@/components/state/note'
import { community as words } from '@/copy/community'
import type { Telling } from '@/copy/date'
import { trouble } from '@/copy/trouble'
import { openTab } from '@/platform/navigation'
import { useCommunity } from '@/stores/community'

interface JoinSheetProps {
  community: { id: string; name: string } | null
  telling: Telling
  onClose(): void
}

export function JoinSheet({ community, telling, onClose }: JoinSheetProps) {
  const [name, setName] = useState('')
  const pending = useCommunity((store) => store.pending)
  const error = useCommunity((store) => store.error)
  const join = useCommunity((store) => store.join)
  const save = async () => {
    if (!community || !(await join(community.id, name.trim()))) return
    onClose()
    openTab('home')
  }
  return (
    <Sheet open={community !== null} title={words.joinTitle(community?.name ?? '')} onClose={onClose}>
      <Field
        id="join-name"
        label={words.name}
        value={name}
        maxLength={20}
        placeholder={words.namePlaceholder}
        onChange={setName}
      />
      {error ? <Note tone="stop" words={trouble(error, telling)} /> : null}
      <Button id="join-save" tone="go" off={name.trim() === ''} busy={pending} onPress={() => void save()}>
        {words.joinSave}
      </Button>
    </Sheet>
  )
}
