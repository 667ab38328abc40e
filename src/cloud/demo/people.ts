import type { AgeBand } from '@/domain/age-band'
import type { Skill } from '@/domain/skill'
import { createChance, type Chance } from './chance'
import { GRIDS, madeUpNames, NICKNAMES } from './neighbourhood'
import { personas } from './personas'

/** Somebody who lives or works here. */
export interface Person {
  /** what signs them in, as a persona's does */
  code: string
  name: string
  skills: Skill[]
}

/** A door, and who lives behind it. */
export interface Family {
  grid: number
  building: string
  door: string
  /** the first one founded the household */
  adults: Person[]
  children: { nickname: string; ageBand: AgeBand }[]
  joinedDaysAgo: number
  confirmed: boolean
}

export interface Cast {
  /** the first is 赵主任, who is the admin */
  staff: Person[]
  families: Family[]
}

const STAFF = 18
const FAMILIES = 236
const UNCONFIRMED = 15
// Weighted by how often each occurs.
const BANDS: AgeBand[] = ['0-2', '3-6', '3-6', '3-6', '7-9', '7-9', '10-12', '13-17']
const SKILLED: Skill[] = [
  ...(['teaching', 'teaching', 'teaching', 'teaching', 'law', 'law', 'safety', 'safety', 'safety'] as const),
  ...(['medical', 'medical', 'haircut', 'haircut', 'haircut', 'haircut', 'tailoring', 'tailoring'] as const),
  ...(['mediation', 'mediation', 'arts', 'arts', 'arts', 'arts'] as const),
]

/** The same people whenever it is called: a later start of the demo finds them again by their codes. */
export function castOf(seed: number): Cast {
  const chance = createChance(seed)
  const names = madeUpNames(
    chance.shuffle,
    personas.map((persona) => persona.name),
  )
  const named = (code: string, skills: Skill[] = []): Person => {
    const persona = personas.find((it) => it.code === code)
    return { code, name: persona?.name ?? (names.next().value as string), skills }
  }
  const staff = Array.from({ length: STAFF }, (_, index) =>
    named(['admin', 'cadre'][index] ?? `cadre-${index}`),
  )
  const families = Array.from({ length: FAMILIES }, (_, index) => {
    const skill = index % 9 === 0 ? SKILLED[index / 9] : undefined
    return family(chance, index, (code) => named(code, skill ? [skill] : []))
  })
  shareADoor(families)
  return { staff, families: [...personaFamilies(named), ...families] }
}

function family(chance: Chance, index: number, named: (code: string) => Person): Family {
  const confirmed = index < FAMILIES - UNCONFIRMED
  const grid = index % GRIDS.length
  const { buildings } = GRIDS[grid] ?? GRIDS[0]
  const children = chance.percent(46) ? 1 + (chance.percent(34) ? 1 : 0) + (chance.percent(9) ? 1 : 0) : 0
  const adults = [named(`r${index}`)]
  if (confirmed && index % 5 === 0) adults.push({ ...named(`r${index}b`), skills: [] })
  return {
    grid,
    building: chance.pick(buildings),
    // The index makes the door unique in its building.
    door: `${1 + chance.below(4)}单元${2 + Math.floor(index / 48)}${String(index % 48).padStart(2, '0')}`,
    adults,
    children: chance
      .shuffle(NICKNAMES)
      .slice(0, children)
      .map((nickname) => ({ nickname, ageBand: chance.pick(BANDS) })),
    joinedDaysAgo: confirmed ? 45 + chance.below(170) : chance.below(5),
    confirmed,
  }
}

/** Two households that gave the same address: flats are shared, so a cadre has a look. */
function shareADoor(families: Family[]): void {
  const [one, other] = families.slice(-2)
  if (one && other) Object.assign(other, { grid: one.grid, building: one.building, door: one.door })
}

function personaFamilies(named: (code: string, skills?: Skill[]) => Person): Family[] {
  const home = { confirmed: true, joinedDaysAgo: 96 }
  return [
    {
      ...home,
      ...{ grid: 0, building: '2号楼', door: '1单元602' },
      adults: [named('parent')],
      children: [
        { nickname: '小满', ageBand: '3-6' },
        { nickname: '豆豆', ageBand: '3-6' },
      ],
    },
    {
      ...home,
      ...{ grid: 3, building: '9号楼', door: '2单元1101', joinedDaysAgo: 6 },
      adults: [named('parent-new')],
      children: [{ nickname: '小舟', ageBand: '3-6' }],
    },
    {
      ...home,
      ...{ grid: 4, building: '东一楼', door: '301', joinedDaysAgo: 180 },
      adults: [named('volunteer', ['safety'])],
      children: [],
    },
    {
      ...home,
      ...{ grid: 1, building: '3栋', door: '1单元101', joinedDaysAgo: 150 },
      adults: [named('elder')],
      children: [],
    },
  ]
}
