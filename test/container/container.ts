import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Person } from '../scenario/server'
import { makeSite } from './site'

/** How the mini-program is opened: by whom, on which page, from where (1007: a card in a chat). */
export interface Launch {
  persona: string
  path: string
  query?: Record<string, string>
  scene?: number
}

/** The built mini-program on a web server of its own. */
export interface Container {
  addressOf(launch: Launch): string
  stop(): Promise<void>
}

interface CloudCall {
  action: string
  payload: unknown
  requestId: string
}

/**
 * Serves dist/weapp on loopback for a browser. What it sends through wx.cloud.callFunction goes to the Linli
 * server at `api`, as the persona of the launch: in the cloud, too, the platform says who asks.
 */
export async function startContainer(api: string): Promise<Container> {
  const site = await makeSite()
  const people = new Map<string, Promise<Person>>()

  function personOf(code: string): Promise<Person> {
    const person = people.get(code) ?? new Person(api, code).signIn()
    people.set(code, person)
    return person
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname } = new URL(request.url ?? '/', 'http://container')
    const file = site.get(pathname)
    if (file) return void response.setHeader('Content-Type', `${file.type}; charset=utf-8`).end(file.body)
    const persona = /^\/cloud\/([\w-]+)$/.exec(pathname)?.[1]
    if (!persona) return void response.writeHead(404).end()
    const { action, payload, requestId } = JSON.parse(await bodyOf(request)) as CloudCall
    const envelope = await (await personOf(persona)).send(action, payload, requestId)
    response.setHeader('Content-Type', 'application/json').end(JSON.stringify(envelope))
  }

  const server = createServer((request, response) => {
    answer(request, response).catch((error: Error) => response.writeHead(502).end(error.message))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    addressOf: (launch) => `${origin}/?launch=${encodeURIComponent(JSON.stringify(launch))}`,
    stop: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString()
}
