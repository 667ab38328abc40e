import { Text } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button/button'
import { Field } from '@/components/field/field'
import { Sheet } from '@/components/sheet/sheet'
import { Note } from '@/components/state/note'
import type { Telling } from '@/copy/date'
import { phone as words } from '@/copy/my-data'
import { trouble } from '@/copy/trouble'
import { readPhone } from '@/domain/phone'
import { toast } from '@/platform/toast'
import { useMyData } from '@/stores/my-data'

interface PhoneSheetProps {
  phone: string | null
  telling: Telling
  onClose(): void
}

/** A number left of one's own will, and taken away again. */
export function PhoneSheet({ phone, telling, onClose }: PhoneSheetProps) {
  const saving = useMyData((store) => store.saving)
  const error = useMyData((store) => store.error)
  const setPhone = useMyData((store) => store.setPhone)
  const [typed, setTyped] = useState(phone ?? '')
  const [fault, setFault] = useState<string | null>(null)
  const save = async () => {
    const read = readPhone(typed)
    setFault(read === null ? words.wrong : null)
    if (read === null || !(await setPhone(read))) return
    toast(words.saved)
    onClose()
  }
  const remove = async () => {
    if (!(await setPhone(null))) return
    toast(words.removed)
    onClose()
  }
  return (
    <Sheet open id="phone-sheet" title={words.title} onClose={onClose}>
      <Text className="soft">{words.why}</Text>
      <Field
        id="phone-number"
        label={words.label}
        value={typed}
        type="number"
        maxLength={20}
        placeholder={words.placeholder}
        fault={fault}
        onChange={setTyped}
      />
      {error ? <Note tone="stop" icon="warning" words={trouble(error, telling)} /> : null}
      <Button id="phone-save" tone="go" busy={saving} onPress={() => void save()}>
        {phone === null ? words.save : words.change}
      </Button>
      {phone === null ? null : (
        <Button id="phone-remove" tone="stop" busy={saving} onPress={() => void remove()}>
          {words.remove}
        </Button>
      )}
    </Sheet>
  )
}
