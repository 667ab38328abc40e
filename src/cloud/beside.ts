/** Work that no request waits for. */
export interface Beside {
  /** Does it, unless the server is going down. `work` must not throw. */
  run: (name: string, work: () => Promise<void>) => Promise<void>
  /** whether what is long had better come to its end */
  isEnding: () => boolean
  /** Begins nothing any more. @returns when all is over that has begun */
  end: () => Promise<void>
  /** names of what is not over */
  running: () => string[]
}

export function createBeside(): Beside {
  const running = new Map<Promise<void>, string>()
  let ending = false
  return {
    run: async (name, work) => {
      if (ending) return
      const done = work()
      running.set(done, name)
      await done.finally(() => running.delete(done))
    },
    isEnding: () => ending,
    end: async () => {
      ending = true
      await Promise.all(running.keys())
    },
    running: () => [...running.values()],
  }
}
