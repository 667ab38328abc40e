import { View } from '@tarojs/components'
import type { PropsWithChildren } from 'react'
import { mainRole } from '../press/role'
import { Over } from './over'

interface ScreenProps {
  /** stable, for tests: home, schedule … */
  id: string
  elder: boolean
}

/** The root of every page: paper, safe areas, and large text for all below it. */
export function Screen({ id, elder, children }: PropsWithChildren<ScreenProps>) {
  return (
    <View id={id} {...mainRole} className={elder ? 'screen elder' : 'screen'}>
      {children}
      <Over />
    </View>
  )
}
