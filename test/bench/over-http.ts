import { Agent, request } from 'node:http'
import { startServer } from '../scenario/server'
import type { Row } from './booking'
import { percentiles } from './in-process'
import { COMMUNITY, residentId, slotId, type Neighbourhood } from './neighbourhood'

/** Everybody at once asks a real server for one of a few places. */
export async function rushOverHttp(
  neighbourhood: Neighbourhood,
  { people, places }: { people: number; places: number },
): Promise<Row> {
  const ground = await neighbourhood.open(1, places)
  const { DATABASE_URL: _, ...rest } = process.env
  const server = await startServer({
    ...rest,
    ...{ DATABASE_URL: neighbourhood.url, LINLI_MODE: 'gateway', DOOR_KEY: 'k'.repeat(32), PORT: '0' },
  })
  const agent = new Agent({ keepAlive: true, maxSockets: people })
  try {
    const body = JSON.stringify({
      communityId: COMMUNITY,
      slotId: slotId(ground.base),
      party: [{ kind: 'self' }],
    })
    // As it has been running for a while: the code is warm, the connections to the database are open.
    const before = body.replace(slotId(ground.base), slotId((await neighbourhood.open(1, 300)).base))
    for (let index = 0; index < 300; index += 50)
      await Promise.all(
        Array.from({ length: 50 }, (_, at) =>
          post(server.base, agent, residentId(index + at + 1), `before-${ground.base}-${index + at}`, before),
        ),
      )
    // Everybody has the page open, and so a connection.
    await Promise.all(Array.from({ length: people }, () => open(server.base, agent)))
    const started = performance.now()
    const answers = await Promise.all(
      Array.from({ length: people }, (_, index) =>
        post(server.base, agent, residentId(index + 1), `rush-${ground.base}-${index}`, body),
      ),
    )
    const seconds = (performance.now() - started) / 1000
    const { taken, oversold } = await neighbourhood.count(ground)
    const errors = answers.filter((answer) => answer.status !== 200).length
    if (errors > 0 || taken !== places)
      throw new Error(`${people} for ${places}: ${taken} booked, ${errors} errors`)
    return {
      ...{ name: 'http2000', bookingsPerSecond: people / seconds },
      ...percentiles(answers.map((answer) => answer.milliseconds)),
      ...{ ratioToPgbench: null, oversold },
    }
  } finally {
    agent.destroy()
    await server.stop()
  }
}

function open(base: string, agent: Agent): Promise<void> {
  return new Promise((resolve, reject) => {
    const call = request(`${base}/api`, { agent, method: 'HEAD' }, (response) => {
      response.resume()
      response.on('end', resolve)
    })
    call.on('error', reject)
    call.end()
  })
}

function post(
  base: string,
  agent: Agent,
  openId: string,
  requestId: string,
  body: string,
): Promise<{ status: number; milliseconds: number }> {
  const at = performance.now()
  return new Promise((resolve, reject) => {
    const call = request(
      `${base}/api/bookSlot`,
      { agent, method: 'POST', headers: { 'X-WX-OPENID': openId, 'X-Request-Id': requestId } },
      (response) => {
        response.resume()
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, milliseconds: performance.now() - at }),
        )
      },
    )
    call.on('error', reject)
    call.end(body)
  })
}
