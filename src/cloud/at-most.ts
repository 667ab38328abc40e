/** What comes of it, or `late` when that takes longer than so many milliseconds. `work` must not reject. */
export function atMost<Result>(limit: number, work: Promise<Result>, late: Result): Promise<Result> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(late), limit)
    void work.then((result) => {
      clearTimeout(timer)
      resolve(result)
    })
  })
}
