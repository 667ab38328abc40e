import { create } from 'zustand'
import { answerPrivacy } from '@/platform/privacy'

interface PrivacyStore {
  /** the platform waits for an answer to its privacy guide */
  asked: boolean
  ask(): void
  answer(agreed: boolean): void
}

export const usePrivacy = create<PrivacyStore>((set) => ({
  asked: false,
  ask: () => set({ asked: true }),
  answer(agreed) {
    set({ asked: false })
    answerPrivacy(agreed)
  },
}))
