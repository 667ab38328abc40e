/** Most requests in one transaction: its locks must not be held for long. */
const AT_A_TIME = 256

interface Waiting<Request, Result> {
  request: Request
  resolve: (result: Result) => void
  reject: (error: unknown) => void
}

/**
 * Gathers requests that wait for the same thing. Each key has one transaction at a time; what arrives
 * while it runs, or while it waits for a connection, is decided by the next one, in the order of arrival.
 */
export class Together<Request, Result> {
  private readonly queues = new Map<string, Waiting<Request, Result>[]>()

  /**
   * @param decide gets the requests through `take`, once it is ready for them, and answers each in its place
   */
  constructor(private readonly decide: (take: () => Request[]) => Promise<Result[]>) {}

  /** @returns the result of this one request */
  submit(key: string, request: Request): Promise<Result> {
    return new Promise((resolve, reject) => {
      const queue = this.queues.get(key)
      const waiting = { request, resolve, reject }
      if (queue) return void queue.push(waiting)
      this.queues.set(key, [waiting])
      void this.drain(key)
    })
  }

  private async drain(key: string): Promise<void> {
    for (let queue = this.queues.get(key); queue && queue.length > 0; queue = this.queues.get(key))
      await this.decideNext(queue)
    this.queues.delete(key)
  }

  private async decideNext(queue: Waiting<Request, Result>[]): Promise<void> {
    let taken: Waiting<Request, Result>[] = []
    // A transaction that is tried again is about the same requests.
    const take = () => {
      if (taken.length === 0) taken = queue.splice(0, AT_A_TIME)
      return taken.map(({ request }) => request)
    }
    try {
      const results = await this.decide(take)
      taken.forEach(({ resolve }, index) => resolve(results[index] as Result))
    } catch (error) {
      // Nobody waits for ever, also when it failed before it had taken anybody.
      take()
      for (const { reject } of taken) reject(error)
    }
  }
}
