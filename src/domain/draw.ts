import { hmac } from '@noble/hashes/hmac.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, concatBytes, hexToBytes } from '@noble/hashes/utils.js'
import { asciiBytes } from './ascii'
import { newcomersPlaces } from './draw-chance'

/** One application as the frozen list holds it: what the public sees, and nothing else. */
export interface DrawApplication {
  id: string
  /** places asked for, all or none */
  places: number
  /** 1–5 */
  weight: number
  /** a confirmed household without a place in this activity lately */
  newcomer: boolean
}

/** The list as it is frozen, with the places it competes for. */
export interface FrozenList {
  slotId: string
  capacity: number
  applications: DrawApplication[]
}

/** What fixes the chances of a frozen list. */
export interface DrawSeed {
  /** 32 bytes as hex, secret until the result */
  seed: string
  /** digits drawn in public after the list was published; null: none is asked for */
  publicNumber: string | null
}

export type DrawPart = 'newcomers' | 'weighted'

export interface DrawResult {
  /** in the order in which they were drawn */
  winners: { id: string; part: DrawPart }[]
  /** everybody else, in the order of the draw */
  waiting: string[]
}

type Barred = (id: string, part: DrawPart) => boolean

/** What is published with the call: the seed cannot be exchanged afterwards. */
export function seedHash(seed: string): string {
  return bytesToHex(sha256(hexToBytes(seed)))
}

/**
 * SHA-256 of the list's text: a line `slot capacity`, then a line `id places weight newcomer` for each
 * application by rising id, newcomer as 1 or 0; fields by one space, lines by one newline, none at the end.
 * @returns 64 hex digits
 */
export function listHash({ slotId, capacity, applications }: FrozenList): string {
  const lines = [...applications]
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map(({ id, places, weight, newcomer }) => `${id} ${places} ${weight} ${newcomer ? 1 : 0}`)
  return bytesToHex(sha256(asciiBytes([`${slotId} ${capacity}`, ...lines].join('\n'))))
}

/**
 * The draw: the newcomers' part among newcomers with weight 1 each, then the rest among all who are left,
 * weighted. A party that does not fit is passed over and stays in the order, and so is who may not have a place.
 * Both parts read the same digests: the newcomers' part is a floor, since a newcomer it leaves out comes late in
 * the rest as well.
 * @param barred true for an application that may not have a place of that part now
 */
export function runDraw(list: FrozenList, seed: DrawSeed, barred: Barred): DrawResult {
  const keyed = hmac.create(sha256, keyOf(seed))
  const prefix = listHash(list)
  const byDraw = (applications: DrawApplication[], weightIn: (application: DrawApplication) => number) =>
    applications
      .map((application) => ({
        application,
        digest: highestDigest(keyed, `${prefix}:${application.id}`, weightIn(application)),
      }))
      .sort((a, b) => (a.digest > b.digest ? -1 : 1))
      .map(({ application }) => application)

  const newcomers = list.applications.filter((application) => application.newcomer)
  const first = fill('newcomers', byDraw(newcomers, alike), newcomersPlaces(list.capacity), barred)
  const won = new Set(first.winners.map(({ id }) => id))
  const left = list.applications.filter(({ id }) => !won.has(id))
  const rest = fill('weighted', byDraw(left, byWeight), list.capacity - first.places, barred)
  return {
    winners: [...first.winners, ...rest.winners],
    waiting: rest.passedOver.map((application) => application.id),
  }
}

const alike = () => 1
const byWeight = ({ weight }: DrawApplication) => weight

function fill(part: DrawPart, inOrder: DrawApplication[], places: number, barred: Barred) {
  const winners: DrawResult['winners'] = []
  const passedOver: DrawApplication[] = []
  let given = 0
  for (const application of inOrder) {
    if (given + application.places > places || barred(application.id, part)) {
      passedOver.push(application)
      continue
    }
    given += application.places
    winners.push({ id: application.id, part })
  }
  return { winners, passedOver, places: given }
}

function keyOf({ seed, publicNumber }: DrawSeed): Uint8Array {
  const bytes = hexToBytes(seed)
  return publicNumber === null ? bytes : sha256(concatBytes(bytes, asciiBytes(`:${publicNumber}`)))
}

type Keyed = ReturnType<typeof hmac.create>

/** The largest of as many digests as the application weighs: hex digits compare as the bytes do. */
function highestDigest(keyed: Keyed, message: string, weight: number): string {
  let highest = ''
  for (let index = 0; index < weight; index += 1) {
    const digest = bytesToHex(
      keyed
        .clone()
        .update(asciiBytes(`${message}:${index}`))
        .digest(),
    )
    if (digest > highest) highest = digest
  }
  return highest
}
