import { connect, createServer, type Server, type Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'

/** The wire between the servers and PostgreSQL: it can be slow, cut, closed, or lose what comes back. */
export class Proxy {
  /** milliseconds each piece takes, in each direction */
  delay = 0
  /** new connections are refused */
  closed = false
  /** what PostgreSQL answers is lost: a commit stands and nobody hears of it */
  deaf = false
  private readonly sockets = new Set<Socket>()
  private readonly server: Server

  constructor(private readonly target: number) {
    this.server = createServer((near) => this.join(near))
  }

  async listen(): Promise<number> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve))
    const address = this.server.address()
    if (typeof address !== 'object' || !address) throw new Error('a proxy without a port')
    return address.port
  }

  cut(): void {
    for (const socket of this.sockets) socket.destroy()
  }

  close(): void {
    this.cut()
    this.server.close()
  }

  private join(near: Socket): void {
    if (this.closed) return void near.destroy()
    const far = connect(this.target, '127.0.0.1')
    for (const [socket, other] of [
      [near, far],
      [far, near],
    ] as const) {
      socket.setNoDelay(true)
      this.sockets.add(socket)
      socket.on('error', () => undefined)
      socket.once('close', () => {
        this.sockets.delete(socket)
        other.destroy()
      })
    }
    this.pass(near, far, () => false)
    this.pass(far, near, () => this.deaf)
  }

  private pass(from: Socket, to: Socket, isLost: () => boolean): void {
    let before = Promise.resolve()
    from.on('data', (piece) => {
      if (isLost()) return
      before = before.then(async () => {
        if (this.delay > 0) await sleep(this.delay)
        if (!to.destroyed) to.write(piece)
      })
    })
  }
}
