import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button/button'
import { Chips } from '@/components/choice/chips'
import { Field } from '@/components/field/field'
import { MOST_BUILDING } from '@/contract/set-address'
import { behalf as words } from '@/copy/behalf'
import { useBehalf } from '@/stores/behalf'

interface RegisterProps {
  /** as it was looked for */
  name: string
  /** nobody of this name was found */
  none: boolean
}

/** Somebody without a phone is entered by name. */
export function Register({ name, none }: RegisterProps) {
  const grids = useBehalf((store) => store.grids)
  const pending = useBehalf((store) => store.pending)
  const { register } = useBehalf.getState()
  const [open, setOpen] = useState(false)
  const [gridId, setGridId] = useState<string | null>(null)
  const [building, setBuilding] = useState('')
  if (!open) {
    return (
      <View className="stack">
        {none ? <View className="soft">{words.nobody}</View> : null}
        <Button id="behalf-register-open" tone="quiet" fit="wide" onPress={() => setOpen(true)}>
          {words.register}
        </Button>
      </View>
    )
  }
  return (
    <View className="card stack">
      <View className="small soft">{words.registerHint}</View>
      <View className="field">
        <View className="small soft">{words.grid}</View>
        <Chips
          label={words.grid}
          options={grids.map((grid) => ({ value: grid.id, label: grid.name }))}
          chosen={gridId}
          onChoose={setGridId}
        />
      </View>
      <Field label={words.building} value={building} maxLength={MOST_BUILDING} onChange={setBuilding} />
      <Button
        id="behalf-register"
        tone="go"
        fit="wide"
        off={name === ''}
        busy={pending}
        onPress={() => void register(name, gridId, building.trim())}
      >
        {words.registerDone(name)}
      </Button>
    </View>
  )
}
