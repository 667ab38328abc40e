import { create, type StateCreator, type StoreApi, type UseBoundStore } from 'zustand'

const stores = new Map<unknown, () => void>()

/**
 * A store of what one community shows. Whoever enters another one finds it as it was at first, and an answer
 * that was still under way for the one before changes nothing in it.
 */
export function createPerCommunity<T extends object>(creator: StateCreator<T>): UseBoundStore<StoreApi<T>> {
  let shown = 0
  const begin: StateCreator<T> = (set, get, api) => {
    const mine = shown
    const setWhileShown = (...change: Parameters<typeof set>) => {
      if (mine === shown) set(...change)
    }
    return creator(setWhileShown as typeof set, get, api)
  }
  const store = create<T>(begin)
  stores.set(store, () => {
    shown += 1
    store.setState(begin(store.setState, store.getState, store), true)
  })
  return store
}

/** Another community is entered: nothing of the one before stays in view. */
export function emptyStores(): void {
  for (const empty of stores.values()) empty()
}

export function isPerCommunity(store: unknown): boolean {
  return stores.has(store)
}
