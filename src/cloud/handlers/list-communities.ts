import type { AnyoneHandler } from '../handler'
import { PAGE } from '../page'
import { listCommunities as list } from '../repositories/community'

export const listCommunities: AnyoneHandler<'listCommunities'> = async ({ tx }, { cursor }) => {
  const rows = await list(tx, cursor ?? '', PAGE + 1)
  const communities = rows.slice(0, PAGE)
  return { communities, next: rows.length > PAGE ? (communities.at(-1)?.id ?? null) : null }
}
