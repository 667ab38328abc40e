import type { AgeBand } from '@/domain/age-band'
import type { Transaction } from '../db/database'
import { COMMUNITY } from './neighbourhood'

/** A resident of the demo as the database knows them. */
export interface Registered {
  id: string
  /** what signs them in */
  code: string
  children: { id: string; ageBand: AgeBand }[]
}

/** Everybody in the community, with the children of their household: asked once, instead of person by person. */
export async function readRegister(tx: Transaction): Promise<Registered[]> {
  const rows = await tx.query<{ id: string; openId: string; children: Registered['children'] }>(
    `SELECT r.id, r.open_id AS "openId",
            coalesce((SELECT json_agg(json_build_object('id', c.id, 'ageBand', c.age_band) ORDER BY c.nickname) FROM child c
                      WHERE c.community_id = r.community_id AND c.household_id = r.household_id), '[]') AS children
     FROM resident r WHERE r.community_id = $1 ORDER BY r.open_id`,
    [COMMUNITY.id],
  )
  return rows.map(({ id, openId, children }) => ({ id, code: openId.replace(/^demo:/, ''), children }))
}

/** Ids of residents and children in one order at every seeding, as those that a roster goes by are not. */
export function orderOf(register: Registered[]): Map<string, number> {
  const ids = register.flatMap(({ id, children }) => [id, ...children.map((child) => child.id)])
  return new Map(ids.map((id, index) => [id, index]))
}

/** Codes of those whose household has so many points. */
export async function codesWithPoints(tx: Transaction, points: number): Promise<Set<string>> {
  const rows = await tx.query<{ openId: string }>(
    `SELECT r.open_id AS "openId" FROM resident r
     JOIN household h ON h.community_id = r.community_id AND h.id = r.household_id
     WHERE r.community_id = $1 AND h.balance >= $2`,
    [COMMUNITY.id, points],
  )
  return new Set(rows.map((row) => row.openId.replace(/^demo:/, '')))
}
