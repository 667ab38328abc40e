/** What comes of it, or `late` when that takes longer than so many milliseconds. `work` must not reject. */
function atMost<Result>(limit: number, work: Promise<Result>, late: Result): Promise<Result> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(late), limit)
    void work.then((result) => {
      clearTimeout(timer)
      resolve(result)
    })
  })
}

/**
 * For what anybody may ask as often as they like: it is asked once for all of them.
 * @param ask must not reject
 * @param options.within milliseconds it may take, else it is `late`
 * @param options.holdsFor milliseconds for which an answer is given again
 */
export function askedOnce<Result>(
  ask: () => Promise<Result>,
  { within, holdsFor, late }: { within: number; holdsFor: number; late: Result },
): () => Promise<Result> {
  // Not the clock of the deployment: a demo's stands still and leaps.
  let askAgainAt = 0
  let answer: Promise<Result> = Promise.resolve(late)
  return () => {
    if (performance.now() < askAgainAt) return answer
    askAgainAt = performance.now() + within
    answer = atMost(within, ask(), late).then((found) => {
      askAgainAt = performance.now() + holdsFor
      return found
    })
    return answer
  }
}
