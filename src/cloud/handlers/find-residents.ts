import { MOST_MATCHES } from '@/contract/find-residents'
import type { MemberHandler } from '../handler'
import { listNamed, searchNamed } from '../repositories/by-name'

export const findResidents: MemberHandler<'findResidents'> = async ({ tx, resident }, { names, part }) => {
  const { communityId } = resident
  const matches = []
  if (part) {
    for (const name of names) matches.push(await searchNamed(tx, communityId, name, MOST_MATCHES))
  } else {
    const all = await listNamed(tx, communityId, names)
    for (const name of names) matches.push(all.filter((found) => found.name === name).slice(0, MOST_MATCHES))
  }
  return { matches }
}
