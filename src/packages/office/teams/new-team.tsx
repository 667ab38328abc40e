import { useState } from 'react'
import { Button } from '@/components/button/button'
import { Chips } from '@/components/choice/chips'
import { Field } from '@/components/field/field'
import { Sheet } from '@/components/sheet/sheet'
import { MOST_TEAM_NAME } from '@/contract/create-team'
import type { Telling } from '@/copy/date'
import { team as words, teamKindWords } from '@/copy/team'
import { trouble } from '@/copy/trouble'
import { TEAM_KINDS, type TeamKind } from '@/domain/team'
import { useTeams } from '@/stores/teams'

export function NewTeam({ telling, onClose }: { telling: Telling; onClose(): void }) {
  const pending = useTeams((store) => store.pending)
  const error = useTeams((store) => store.error)
  const create = useTeams((store) => store.create)
  const [kind, setKind] = useState<TeamKind>('club')
  const [name, setName] = useState('')
  const save = async () => {
    if (await create(kind, name.trim())) onClose()
  }
  return (
    <Sheet open title={words.make} onClose={onClose}>
      <Chips
        label={words.kind}
        options={TEAM_KINDS.map((value) => ({ value, label: teamKindWords(value) }))}
        chosen={kind}
        onChoose={(value) => setKind(value)}
      />
      <Field
        id="team-name"
        label={words.name}
        value={name}
        maxLength={MOST_TEAM_NAME}
        placeholder={words.namePlaceholder}
        fault={error ? trouble(error, telling) : null}
        onChange={setName}
      />
      <Button
        id="team-save"
        tone="go"
        fit="wide"
        off={name.trim() === ''}
        busy={pending !== null}
        onPress={() => void save()}
      >
        {words.save}
      </Button>
    </Sheet>
  )
}
