import { Text } from '@tarojs/components'
import { useEffect } from 'react'
import { Icon } from '@/components/icon/icon'
import { Press } from '@/components/press/press'
import { Note } from '@/components/state/note'
import { points as words } from '@/copy/points'
import { useOwnChain, type ChainState } from '@/stores/own-chain'

/** The phone recomputes its household's chain: one quiet line, unless it does not hold. */
export function ChainLine({ latest }: { latest: number }) {
  const state = useOwnChain((store) => store.state)
  const check = useOwnChain((store) => store.check)
  useEffect(() => void check(), [latest, check])
  if (state === null) return null
  if (state.is === 'broken') return <Note tone="stop" icon="warning" words={words.broken(state.seq)} />
  return (
    <Press id="own-chain" className="row tight small soft" onPress={() => void check()}>
      <Icon name="shield" size="small" />
      <Text className="grow numbers">{sentence(state)}</Text>
    </Press>
  )
}

function sentence(state: Exclude<ChainState, { is: 'broken' }>): string {
  switch (state.is) {
    case 'checking':
      return words.checking
    case 'checked':
      return words.checked(state.entries)
    case 'so_far':
      return words.checkedSoFar(state.seq)
    case 'failed':
      return words.unchecked
  }
}
