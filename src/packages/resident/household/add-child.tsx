import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button/button'
import { Chips } from '@/components/choice/chips'
import { Tick } from '@/components/choice/tick'
import { Field } from '@/components/field/field'
import { Sheet } from '@/components/sheet/sheet'
import { Note } from '@/components/state/note'
import { ageBandWords } from '@/copy/age-band'
import type { Telling } from '@/copy/date'
import { household as words } from '@/copy/household'
import { trouble } from '@/copy/trouble'
import { AGE_BANDS, type AgeBand } from '@/domain/age-band'
import { isNickname, MOST_NICKNAME, normaliseNickname } from '@/domain/nickname'
import { goBack } from '@/platform/navigation'
import { useHousehold } from '@/stores/household'
import { ConsentText } from './consent-text'

interface AddChildProps {
  open: boolean
  telling: Telling
  /** to the session page that sent us here */
  goesBack: boolean
  onClose(): void
}

/** A nickname, an age band, and a guardian's consent to a text that was read: nothing else of a child is kept. */
export function AddChild({ open, telling, goesBack, onClose }: AddChildProps) {
  const [nickname, setNickname] = useState('')
  const [band, setBand] = useState<AgeBand | null>(null)
  const [agreed, setAgreed] = useState(false)
  const [hint, setHint] = useState<string | null>(null)
  const pending = useHousehold((store) => store.pending)
  const error = useHousehold((store) => store.error)
  const addChild = useHousehold((store) => store.addChild)

  const missing = () => {
    if (!isNickname(normaliseNickname(nickname), MOST_NICKNAME)) return words.fillNickname
    if (band === null) return words.chooseBand
    return agreed ? null : words.agreeFirst
  }
  const save = async () => {
    const fault = missing()
    setHint(fault)
    if (fault !== null || band === null) return
    if (!(await addChild({ nickname, ageBand: band }))) return
    setNickname('')
    setBand(null)
    setAgreed(false)
    onClose()
    if (goesBack) goBack()
  }
  return (
    <Sheet open={open} id="add-child-sheet" title={words.addChild} onClose={onClose}>
      <Field
        id="child-nickname"
        label={words.nickname}
        value={nickname}
        maxLength={20}
        placeholder={words.nicknamePlaceholder}
        hint={words.nicknameHint}
        onChange={setNickname}
      />
      <View className="small soft">{words.ageBand}</View>
      <Chips<AgeBand>
        label={words.ageBand}
        options={AGE_BANDS.map((value) => ({ value, label: ageBandWords(value) }))}
        chosen={band}
        onChoose={setBand}
      />
      <View className="small soft">{words.consentTitle}</View>
      <ConsentText />
      <Tick id="child-consent" label={words.consentAgree} on={agreed} onToggle={() => setAgreed(!agreed)} />
      {hint ? <View className="small in-stop">{hint}</View> : null}
      {error ? <Note tone="stop" words={trouble(error, telling)} /> : null}
      <Button id="child-save" tone="go" busy={pending === 'addChild'} onPress={() => void save()}>
        {words.save}
      </Button>
    </Sheet>
  )
}
