import { Text, View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { Icon } from '@/components/icon/icon'
import { Press } from '@/components/press/press'
import { demo as words } from '@/copy/demo'
import type { Telling } from '@/copy/date'
import { useDemo } from '@/stores/demo'
import { PersonaSheet } from './persona-sheet'
import './persona-switch.scss'

/** A small chip over the tab pages, in demo mode only. Place it last in a Screen. */
export function PersonaSwitch({ telling }: { telling: Telling }) {
  const [open, setOpen] = useState(false)
  const personas = useDemo((store) => store.personas)
  const chosen = useDemo((store) => store.chosen)
  const load = useDemo((store) => store.load)
  useEffect(() => {
    void load()
  }, [load])
  if (!personas) return null
  const name = personas.find((it) => it.code === chosen)?.name ?? words.chip
  return (
    <>
      <View className="persona-room" />
      <View className="persona-place">
        <Press
          id="persona-switch"
          className="chip persona-chip"
          label={`${name},${words.title}`}
          onPress={() => setOpen(true)}
        >
          <Icon name="swap" size="small" />
          <Text>{name}</Text>
        </Press>
      </View>
      <PersonaSheet open={open} telling={telling} onClose={() => setOpen(false)} />
    </>
  )
}
