import { Text, View } from '@tarojs/components'
import { useEffect } from 'react'
import { OneOfBox } from '@/components/pick-box/pick-box'
import { publish as words } from '@/copy/publish'
import type { CallForm } from '@/stores/call-form'
import { useGrids } from '@/stores/grids'
import { usePublish } from '@/stores/publish'

/** The part of the community it is in, for who looks for something close by. */
export function GridField({ form }: { form: CallForm }) {
  const change = usePublish((store) => store.change)
  const grids = useGrids((store) => store.grids)
  const refresh = useGrids((store) => store.refresh)
  useEffect(() => void refresh(), [refresh])
  if (grids.length < 2) return null
  const names = [words.wholeCommunity, ...grids.map((it) => it.name)]
  const chosen = grids.findIndex((it) => it.id === form.gridId) + 1
  return (
    <View className="field">
      <Text className="small soft">{words.grid}</Text>
      <OneOfBox
        id="call-grid"
        label={words.grid}
        names={names}
        chosen={chosen}
        onPick={(at) => change({ ...form, gridId: grids[at - 1]?.id })}
      />
    </View>
  )
}
