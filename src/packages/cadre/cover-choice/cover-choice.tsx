import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Cover } from '@/components/cover/cover'
import { Press } from '@/components/press/press'
import { roleOf } from '@/components/press/role'
import { COVER_WORDS } from '@/copy/activity'
import { publish as words } from '@/copy/publish'
import { COVERS, type Cover as CoverName } from '@/domain/cover'
import './cover-choice.scss'

interface CoverChoiceProps {
  chosen: CoverName
  onChoose(cover: CoverName): void
}

/** The drawing a call is shown by. All of them only on a tap: that of the kind mostly fits. */
export function CoverChoice({ chosen, onChoose }: CoverChoiceProps) {
  const [open, setOpen] = useState(false)
  return (
    <View className="field">
      <View className="row">
        <Cover name={chosen} shape="thumb" />
        <View className="grow">
          <View>{words.cover}</View>
          <Text className="small soft">{COVER_WORDS[chosen]}</Text>
        </View>
        <Press id="cover-other" className="small in-go cover-other" onPress={() => setOpen(!open)}>
          <Text>{open ? words.less : words.otherCover}</Text>
        </Press>
      </View>
      {open ? (
        <View className="cover-choice" id="covers" aria-label={words.cover}>
          {COVERS.map((name) => (
            <View
              key={name}
              {...roleOf('radio')}
              id={`cover-${name}`}
              aria-checked={name === chosen}
              aria-label={COVER_WORDS[name]}
              className={name === chosen ? 'cover-option tap on' : 'cover-option tap'}
              onClick={() => onChoose(name)}
            >
              <Cover name={name} shape="thumb" />
            </View>
          ))}
        </View>
      ) : null}
    </View>
  )
}
