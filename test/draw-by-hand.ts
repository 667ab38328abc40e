import { createHash, createHmac } from 'node:crypto'

interface PublishedApplication {
  id: string
  places: number
  weight: number
  newcomer: boolean
  passedOver: string | null
}

export interface Published {
  slotId: string
  capacity: number
  seed: string
  publicNumber: string | null
  applications: PublishedApplication[]
}

const sha256 = (...parts: (string | Buffer)[]) =>
  createHash('sha256')
    .update(Buffer.concat(parts.map((part) => Buffer.from(part as string))))
    .digest()

/**
 * A draw worked out from the JSON of its public record, as somebody would who has read the rules and
 * nothing of the program: node's own SHA-256 and HMAC, bytes compared as bytes, one place after another.
 */
export function drawByHand(json: string) {
  const record = JSON.parse(json) as Published
  const seed = Buffer.from(record.seed, 'hex')
  const key = record.publicNumber === null ? seed : sha256(seed, ':', record.publicNumber)

  let text = record.slotId + ' ' + record.capacity
  for (const id of record.applications.map((it) => it.id).sort()) {
    const it = record.applications.find((other) => other.id === id)!
    text += '\n' + [it.id, it.places, it.weight, it.newcomer ? '1' : '0'].join(' ')
  }
  const list = sha256(text).toString('hex')

  const keyFor = (id: string, weight: number) => {
    const digests: Buffer[] = []
    for (let i = 0; i < weight; i++) {
      digests.push(
        createHmac('sha256', key).update(list).update(':').update(id).update(':').update(`${i}`).digest(),
      )
    }
    return digests.sort(Buffer.compare)[digests.length - 1]!
  }
  const nextOf = (hat: PublishedApplication[], weighted: boolean) =>
    hat.reduce((best, it) =>
      keyFor(it.id, weighted ? it.weight : 1).compare(keyFor(best.id, weighted ? best.weight : 1)) > 0
        ? it
        : best,
    )

  const winners: { id: string; part: string }[] = []
  const waiting: string[] = []
  let places = Math.floor((record.capacity * 30) / 100)
  let taken = 0
  let hat = record.applications.filter((it) => it.newcomer)
  while (hat.length > 0) {
    const next = nextOf(hat, false)
    hat = hat.filter((it) => it !== next)
    if (next.passedOver !== null || next.places > places) continue
    places -= next.places
    taken += next.places
    winners.push({ id: next.id, part: 'newcomers' })
  }

  places = record.capacity - taken
  hat = record.applications.filter((it) => !winners.some((winner) => winner.id === it.id))
  while (hat.length > 0) {
    const next = nextOf(hat, true)
    hat = hat.filter((it) => it !== next)
    if (next.passedOver !== null || next.places > places) {
      waiting.push(next.id)
      continue
    }
    places -= next.places
    winners.push({ id: next.id, part: 'weighted' })
  }
  return { seedHash: sha256(seed).toString('hex'), listHash: list, winners, waiting }
}
