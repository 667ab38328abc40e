import { create } from 'zustand'
import { prefersLargeText } from '@/platform/font-size'
import { recall, remember } from '@/platform/storage'

const KEY = 'elder'

interface ElderMode {
  on: boolean
  toggle(): void
}

/** Large text and fewer choices (关怀模式): as chosen here, else as WeChat's own font setting says. */
export const useElderMode = create<ElderMode>((set, get) => ({
  on: recall<boolean>(KEY) ?? prefersLargeText(),
  toggle() {
    const on = !get().on
    remember(KEY, on)
    set({ on })
  },
}))

export const useElder = () => useElderMode((mode) => mode.on)
