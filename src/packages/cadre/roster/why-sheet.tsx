import { useState, type PropsWithChildren } from 'react'
import { View } from '@tarojs/components'
import { Button } from '@/components/button/button'
import { Chips } from '@/components/choice/chips'
import { Field } from '@/components/field/field'
import { Sheet } from '@/components/sheet/sheet'
import { roster as words } from '@/copy/roster'

interface WhySheetProps {
  title: string
  hint: string
  confirm: string
  reasons: readonly string[]
  pending: boolean
  trouble: string | null
  onConfirm(why: string): void
  onClose(): void
}

const MOST = 100

/** What is logged needs a reason: one tap for the usual ones. */
export function WhySheet(props: PropsWithChildren<WhySheetProps>) {
  const { title, hint, confirm, reasons, pending, trouble, onConfirm, onClose } = props
  const [why, setWhy] = useState('')
  return (
    <Sheet open id="why-sheet" title={title} onClose={onClose}>
      <View className="small soft">{hint}</View>
      {props.children}
      <Chips
        label={words.why}
        options={reasons.map((value) => ({ value, label: value }))}
        chosen={why}
        onChoose={setWhy}
      />
      <Field
        id="why"
        label={words.why}
        value={why}
        placeholder={words.whyPlaceholder}
        maxLength={MOST}
        fault={trouble}
        onChange={setWhy}
      />
      <Button
        id="why-confirm"
        tone="go"
        fit="wide"
        off={why.trim() === ''}
        busy={pending}
        onPress={() => onConfirm(why.trim())}
      >
        {confirm}
      </Button>
    </Sheet>
  )
}
