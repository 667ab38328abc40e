import { listHash, runDraw, seedHash, type DrawApplication, type DrawPart } from './draw'

/** An application with what came of it. */
export interface DrawnApplication extends DrawApplication {
  /** the code of why it could have no place; {@link PassedOver} */
  passedOver: string | null
  /** null: no place */
  won: DrawPart | null
  /** place in the waiting order, 1 is next; null for winners */
  turn: number | null
}

/** Everything needed to repeat a draw: ids that mean nothing elsewhere, and no names. */
export interface DrawRecord {
  slotId: string
  capacity: number
  /** published with the call */
  seedHash: string
  /** published when the list was frozen */
  listHash: string
  publicNumber: string | null
  seed: string
  applications: DrawnApplication[]
}

/** What was repeated, and whether it came out the same. */
export interface DrawCheck {
  /** the seed is the one whose hash was published with the call */
  seed: boolean
  /** the list is the one whose hash was published before the draw */
  list: boolean
  /** the draw over that list with that seed gives these winners and this order */
  result: boolean
}

/** Repeats a draw from its record alone. */
export function checkRecord(record: DrawRecord): DrawCheck {
  const barred = new Set(record.applications.filter((it) => it.passedOver !== null).map((it) => it.id))
  const { winners, waiting } = runDraw(record, record, (id) => barred.has(id))
  const won = new Map(winners.map(({ id, part }) => [id, part]))
  const turns = new Map(waiting.map((id, index) => [id, index + 1]))
  return {
    seed: seedHash(record.seed) === record.seedHash,
    list: listHash(record) === record.listHash,
    result: record.applications.every(
      ({ id, won: part, turn }) => part === (won.get(id) ?? null) && turn === (turns.get(id) ?? null),
    ),
  }
}
