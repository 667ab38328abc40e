import { create } from 'zustand'
import { listPersonas, moveClock, type ClockMove, type Persona } from '@/api/demo'
import { becomePersona, chosenPersona } from '@/api/identity'
import { restart } from '@/platform/restart'
import { forget } from '@/platform/storage'
import { learnTime } from './clock'
import { forgetKept } from './loadable'

interface DemoStore {
  /** null: not a demo, or not asked yet */
  personas: Persona[] | null
  chosen: string | null
  asked: boolean
  load(): Promise<void>
  become(code: string): void
  move(move: ClockMove): Promise<void>
}

/** Trying Linli out: being somebody else, and another time. */
export const useDemo = create<DemoStore>((set, get) => ({
  personas: null,
  chosen: chosenPersona(),
  asked: false,

  async load() {
    if (get().asked) return
    set({ asked: true })
    set({ personas: await listPersonas(), chosen: chosenPersona() })
  },

  become(code) {
    becomePersona(code)
    forget('community')
    forgetKept()
    restart()
  },

  async move(move) {
    const now = await moveClock(move)
    if (now === null) return
    learnTime(now)
    restart()
  },
}))
