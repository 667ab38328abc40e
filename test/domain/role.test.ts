import { mayActAs, ROLES } from '@/domain/role'

describe('a role', () => {
  it.each([
    ['resident', ['resident']],
    ['cadre', ['resident', 'cadre']],
    ['admin', ['resident', 'cadre', 'admin']],
  ] as const)('of %s may act as %j and nothing above', (role, below) => {
    expect(ROLES.filter((needed) => mayActAs(role, needed))).toEqual(below)
  })
})
