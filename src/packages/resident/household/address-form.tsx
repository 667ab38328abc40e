import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button/button'
import { Chips } from '@/components/choice/chips'
import { Field } from '@/components/field/field'
import { Note } from '@/components/state/note'
import type { Telling } from '@/copy/date'
import { household as words } from '@/copy/household'
import { byNumeral } from '@/copy/numeral'
import { trouble } from '@/copy/trouble'
import { useHousehold } from '@/stores/household'

interface AddressFormProps {
  grids: { id: string; name: string }[]
  telling: Telling
  onDone(): void
}

export function AddressForm({ grids, telling, onDone }: AddressFormProps) {
  const [gridId, setGridId] = useState<string | null>(grids.length === 1 ? (grids[0]?.id ?? null) : null)
  const [building, setBuilding] = useState('')
  const [door, setDoor] = useState('')
  const [hint, setHint] = useState<string | null>(null)
  const pending = useHousehold((store) => store.pending)
  const error = useHousehold((store) => store.error)
  const setAddress = useHousehold((store) => store.setAddress)
  const save = async () => {
    const whole = building.trim() !== '' && door.trim() !== ''
    setHint(gridId === null ? words.chooseGrid : whole ? null : words.fill)
    if (gridId === null || !whole) return
    if (await setAddress({ gridId, building: building.trim(), door: door.trim() })) onDone()
  }
  return (
    <View className="stack">
      <View className="small soft">{words.grid}</View>
      <Chips
        label={words.grid}
        options={[...grids].sort(byNumeral).map((it) => ({ value: it.id, label: it.name }))}
        chosen={gridId}
        onChoose={setGridId}
      />
      <Field
        id="address-building"
        label={words.building}
        value={building}
        maxLength={20}
        placeholder={words.buildingPlaceholder}
        onChange={setBuilding}
      />
      <Field
        id="address-door"
        label={words.door}
        value={door}
        maxLength={20}
        placeholder={words.doorPlaceholder}
        hint={words.doorHint}
        onChange={setDoor}
      />
      {hint ? <View className="small in-stop">{hint}</View> : null}
      {error ? <Note tone="stop" words={trouble(error, telling)} /> : null}
      <Button id="address-save" tone="go" busy={pending === 'setAddress'} onPress={() => void save()}>
        {words.addressSave}
      </Button>
    </View>
  )
}
