import { create } from 'zustand'
import { useRecord, type Records } from '@/stores/record'

interface Printing {
  /** what is to be on paper; null: nothing just now */
  rows: Records['records'] | null
  print(): Promise<void>
  done(): void
}

/** The whole year is fetched before it is printed: on the screen it comes by pages. */
export const usePrinting = create<Printing>((set) => ({
  rows: null,
  print: async () => set({ rows: await useRecord.getState().all() }),
  done: () => set({ rows: null }),
}))
