import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import type { Instant } from '@/domain/time'
import { Person, runCommand } from '../scenario/server'
import type { CallFunction } from './fake-wx'

interface Answered {
  id: number
  answer: unknown
}

/** The built cloud function `api` on a real PostgreSQL, with a community in it. */
export class CloudFunction {
  private sent = 0
  private readonly waiting = new Map<number, (answer: unknown) => void>()

  private constructor(
    private readonly child: ChildProcess,
    readonly databaseUrl: string,
  ) {
    child.on('message', ({ id, answer }: Answered) => {
      this.waiting.get(id)?.(answer)
      this.waiting.delete(id)
    })
  }

  static async start(): Promise<CloudFunction> {
    const child = fork('config/run.mjs', ['test/weapp/function-process.ts'])
    const died = once(child, 'exit').then(([code]) => {
      throw new Error(`the cloud function ended with ${code} before it could be called`)
    })
    const [{ url }] = (await Promise.race([once(child, 'message'), died])) as [{ url: string }]
    died.catch(() => undefined)
    return new CloudFunction(child, url)
  }

  /** @param openId who asks, as the platform says; null where nobody is signed in */
  call(openId: string | null, event: object): Promise<unknown> {
    return this.send({ openId, event })
  }

  /** What wx.cloud.callFunction leads to on the phone of this person. */
  forPhoneOf(openId: string | null): CallFunction {
    return ({ name, data }) => {
      if (name !== 'api') throw new Error(`there is no cloud function ${name}`)
      return this.call(openId, data)
    }
  }

  async moveClock(moveTo: Instant): Promise<void> {
    await this.send({ moveTo })
  }

  async stop(): Promise<void> {
    this.child.send({ stop: true })
    await once(this.child, 'exit')
  }

  private send(message: object): Promise<unknown> {
    const id = (this.sent += 1)
    this.child.send({ ...message, id })
    return new Promise((resolve) => this.waiting.set(id, resolve))
  }
}

/** Somebody whose phone is not looked at: acts through the same function. */
export class Neighbour extends Person {
  constructor(
    readonly api: CloudFunction,
    openId: string,
  ) {
    super('', openId)
  }

  override send(action: string, payload: unknown, requestId: string): Promise<unknown> {
    return this.api.call(this.code, { action, payload, requestId })
  }
}

/** Makes a new community as an operator does, with its first cadre. @returns the community's id */
export async function foundCommunity(name: string, cadre: Neighbour): Promise<string> {
  const env = { ...process.env, DATABASE_URL: cadre.api.databaseUrl }
  const made = await runCommand('src/cloud/commands/community-create.ts', ['--name', name], env)
  const code = /admin: (\S+)/.exec(made)?.[1] ?? ''
  return (await cadre.do('redeemCommunityCode', { code, name: '王敏' })).communityId
}
