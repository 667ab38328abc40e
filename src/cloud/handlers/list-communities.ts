import type { AnyoneHandler } from '../handler'
import { PAGE } from '../page'
import { listCommunities as list } from '../repositories/community'

export const listCommunities: AnyoneHandler<'listCommunities'> = async ({ database }, { cursor }) => {
  const rows = await database.transaction((tx) => list(tx, cursor ?? '', PAGE + 1))
  const communities = rows.slice(0, PAGE)
  return { communities, next: rows.length > PAGE ? (communities.at(-1)?.id ?? null) : null }
}
