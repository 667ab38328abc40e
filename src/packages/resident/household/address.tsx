import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button/button'
import { Icon } from '@/components/icon/icon'
import { Section } from '@/components/section/section'
import type { Answer } from '@/contract/actions'
import type { Telling } from '@/copy/date'
import { family } from '@/copy/family'
import { household as words } from '@/copy/household'
import { AddressForm } from './address-form'

interface AddressProps {
  household: Answer<'getHousehold'>
  telling: Telling
}

/** Where the household lives, as a cadre has confirmed it or still has to. */
export function Address({ household, telling }: AddressProps) {
  const { address, confirmed, grids, guardian } = household
  const [editing, setEditing] = useState(false)
  const form = guardian && (editing || (!confirmed && address === null))
  return (
    <View className="stack">
      <Section title={words.address} />
      <View className="card stack">
        {address ? (
          <View className="row wrap household-address">
            <Icon name="place" />
            <Text className="grow">
              {address.gridName} · <Text className="whole">{address.building}</Text>
            </Text>
            <Text className={confirmed ? 'chip go' : 'chip wait'}>
              {confirmed ? words.addressConfirmed : words.addressWaiting}
            </Text>
          </View>
        ) : confirmed ? (
          <View className="row">
            <View className="chip go">{words.addressConfirmed}</View>
          </View>
        ) : (
          <View className="small soft">{words.addressNone}</View>
        )}
        {form && confirmed ? <View className="small soft">{family.moveHomeHint}</View> : null}
        {form ? (
          <AddressForm grids={grids} telling={telling} onDone={() => setEditing(false)} />
        ) : guardian ? (
          <Button id="edit-address" tone="quiet" fit="slim" onPress={() => setEditing(true)}>
            {confirmed ? family.moveHome : words.addressEdit}
          </Button>
        ) : null}
      </View>
    </View>
  )
}
