import * as v from 'valibot'
import { rowId } from '@/contract/fields'
import type { Door } from '@/contract/list-unconfirmed'
import { RequestFailure, type MemberHandler } from '../handler'
import { PAGE } from '../page'
import { listBehindDoors, listWaitingDoors, type BehindDoor } from '../repositories/door'

// A dormitory may be one door; the answer has to stay small.
const MOST_BEHIND_A_DOOR = 12

export const listUnconfirmed: MemberHandler<'listUnconfirmed'> = async ({ tx, resident }, { cursor }) => {
  const { communityId } = resident
  if (cursor !== undefined && !v.is(rowId, cursor)) {
    throw new RequestFailure('bad_input', 'cursor: not a cursor of this list')
  }
  const rows = await listWaitingDoors(tx, communityId, cursor ?? null, PAGE + 1)
  const page = rows.slice(0, PAGE)
  const doors = page.map((row) => row.door)
  const behind = await listBehindDoors(tx, communityId, doors, MOST_BEHIND_A_DOOR)
  return {
    doors: page.map(({ door, gridName, building }) => ({
      ...{ gridName, building },
      households: householdsOf(behind.filter((row) => row.door === door)),
    })),
    nextCursor: rows.length > PAGE ? (page.at(-1)?.id ?? null) : null,
  }
}

function householdsOf(rows: BehindDoor[]): Door['households'] {
  const ids = [...new Set(rows.map((row) => row.householdId))]
  return ids.map((id) => {
    const here = rows.filter((row) => row.householdId === id)
    const residents = here.map(({ id, name, role, confirmed, joinedAt, skills, double }) => {
      return { id, name, role, confirmed, joinedAt, skills, double }
    })
    return { id, residents, children: here[0]?.children ?? 0 }
  })
}
