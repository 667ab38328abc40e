import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button/button'
import { Field } from '@/components/field/field'
import { Icon } from '@/components/icon/icon'
import { Press } from '@/components/press/press'
import { Note } from '@/components/state/note'
import { community as words } from '@/copy/community'
import type { Telling } from '@/copy/date'
import { trouble } from '@/copy/trouble'
import { openTab } from '@/platform/navigation'
import { toast } from '@/platform/toast'
import { useCommunity } from '@/stores/community'

/** For the few who set up a community: the one-time code makes its first admin. */
export function RedeemCode({ telling }: { telling: Telling }) {
  const [open, setOpen] = useState(false)
  const [code, setCode] = useState('')
  const [name, setName] = useState('')
  const pending = useCommunity((store) => store.pending)
  const error = useCommunity((store) => store.error)
  const redeem = useCommunity((store) => store.redeem)
  const save = async () => {
    const community = await redeem(code.trim(), name.trim())
    if (community === null) return
    toast(words.became(community))
    openTab('home')
  }
  if (!open) {
    return (
      <Press id="have-code" className="row tight soft have-code" onPress={() => setOpen(true)}>
        <Icon name="code" size="small" />
        <Text>{words.codeToggle}</Text>
      </Press>
    )
  }
  return (
    <View className="card stack">
      <Field
        id="community-code"
        label={words.code}
        value={code}
        placeholder={words.codePlaceholder}
        hint={words.codeHint}
        onChange={setCode}
      />
      <Field
        id="admin-name"
        label={words.name}
        value={name}
        maxLength={20}
        placeholder={words.namePlaceholder}
        onChange={setName}
      />
      {error ? <Note tone="stop" className="refusal" words={trouble(error, telling)} /> : null}
      <Button
        id="code-save"
        tone="go"
        off={code.trim() === '' || name.trim() === ''}
        busy={pending}
        onPress={() => void save()}
      >
        {words.codeSave}
      </Button>
    </View>
  )
}
