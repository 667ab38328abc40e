import {
  FEWEST,
  figuresOf,
  figuresOfTeams,
  fillFiguresOf,
  NOTHING_COUNTED,
  toldParts,
  type FigureCounts,
} from '@/domain/figures'
import { MINUTE } from '@/domain/time'
import { OPENS, slotTerms } from './facts'

const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0)

describe('of the parts of a whole', () => {
  it.each<[string, number[], boolean[]]>([
    ['all are told that have five or more', [5, 90, 6], [true, true, true]],
    ['all are told where the others have nobody', [0, 5, 0], [true, true, true]],
    ['none is told when there is nobody at all', [], []],
    ['one of four is not told, nor the smallest of the others', [4, 30, 20, 25], [false, true, false, true]],
    ['one of one person covers itself with the next', [1, 5, 6], [false, false, true]],
    ['parts of nobody do not point at the small one', [0, 3, 0, 50, 60], [false, false, false, false, true]],
    ['small ones are covered, however many they are', [4, 4, 30, 40], [false, false, false, true]],
    ['of two that are equally small one is enough', [2, 9, 9], [false, false, true]],
    ['a whole of fewer than five is not broken down', [3, 0, 0], [false, false, false]],
    ['a whole of small parts is not broken down', [4, 3, 4], [false, false, false]],
  ])('%s', (_, counts, told) => {
    expect(toldParts(counts)).toEqual(told)
  })

  it('whatever they are, subtracting those told from the whole leaves nobody, five or more, or the whole', () => {
    const sizes = [0, 1, 2, 4, 5, 6, 9, 40]
    for (const a of sizes) {
      for (const b of sizes) {
        for (const c of sizes) {
          for (const d of sizes) {
            const counts = [a, b, c, d]
            const told = toldParts(counts)
            const left = sum(counts.filter((_, part) => !told[part]))
            const untold = told.filter((it) => !it).length
            expect(left === 0 || left >= FEWEST || left === sum(counts)).toBe(true)
            // Never a single part: it would be known whatever its size.
            expect(untold).not.toBe(1)
            expect(counts.every((count, part) => !told[part] || count === 0 || count >= FEWEST)).toBe(true)
          }
        }
      }
    }
  })
})

describe('a figure', () => {
  const part = (change: Partial<FigureCounts>): FigureCounts => ({ ...NOTHING_COUNTED, ...change })
  const large = part({
    ...{
      attendances: 80,
      people: 60,
      absences: 20,
      absentees: 15,
      minutes: 3000,
      volunteers: 30,
      households: 40,
      newHouseholds: 10,
    },
  })
  const of = (...parts: FigureCounts[]) => figuresOf(large, parts).parts

  it('is told of the whole, however few', () => {
    const { whole } = figuresOf(part({ attendances: 3, people: 2, households: 2, newHouseholds: 1 }), [])
    expect(whole).toEqual({ attendances: 3, minutes: 0, volunteers: 0, noShow: 0, newcomers: 50 })
  })

  it('is a share in whole percent, of what was decided and of who came', () => {
    expect(figuresOf(large, []).whole).toMatchObject({ noShow: 20, newcomers: 25 })
    expect(figuresOf(part({ attendances: 7, absences: 1 }), []).whole.noShow).toBe(13)
    expect(figuresOf(part({ attendances: 2, absences: 1 }), []).whole.noShow).toBe(33)
  })

  it('is nothing where nothing happened', () => {
    expect(figuresOf(NOTHING_COUNTED, []).whole).toMatchObject({
      attendances: 0,
      noShow: null,
      newcomers: null,
    })
  })

  it('of those who came is not told where few came, though they came often', () => {
    const few = part({ attendances: 12, people: 4 })
    expect(of(few, large, { ...large, people: 70 }).map((it) => it.attendances)).toEqual(['few', 'few', 80])
  })

  it('of hours is not told where few served, though many came', () => {
    const served = of({ ...large, volunteers: 4 }, large, { ...large, volunteers: 31 })
    expect(served.map((it) => it.minutes)).toEqual(['few', 'few', 3000])
    expect(served.map((it) => it.volunteers)).toEqual(['few', 'few', 31])
    expect(served.map((it) => it.attendances)).toEqual([80, 80, 80])
  })

  it('of absences is not told where few were absent, and is told where nobody was', () => {
    const shares = (...absences: number[]) =>
      of(...absences.map((it) => ({ ...large, absences: it, absentees: it }))).map((it) => it.noShow)
    expect(shares(4, 20, 80)).toEqual(['few', 'few', 50])
    expect(shares(0, 20, 80)).toEqual([0, 20, 50])
  })

  it('of absences is not told where few were absent, though they were so often', () => {
    const often = { ...large, absences: 20, absentees: 4 }
    expect(of(often, large, { ...large, absentees: 16 }).map((it) => it.noShow)).toEqual(['few', 'few', 20])
  })

  it('of newcomers is not told where few households came, or few of them were new', () => {
    const few = { ...large, households: 4, newHouseholds: 0 }
    expect(of(few, large, { ...large, households: 50 }).map((it) => it.newcomers)).toEqual(['few', 'few', 20])
    const one = { ...large, newHouseholds: 1 }
    expect(of(one, large, { ...large, newHouseholds: 20 }).map((it) => it.newcomers)).toEqual([
      'few',
      'few',
      50,
    ])
  })
})

describe('how fast slots were full', () => {
  const slot = (minutes: number | null, terms = {}) => ({
    terms: slotTerms(terms),
    heardAt: OPENS,
    fullAt: minutes === null ? null : OPENS + minutes * MINUTE,
  })
  it.each<[string, (number | null)[], ReturnType<typeof fillFiguresOf>]>([
    ['is nothing of none', [], { slots: 0, full: 0, median: null }],
    ['is nothing of those that never were', [null, null], { slots: 2, full: 0, median: null }],
    ['is the time of the one that was', [null, 22], { slots: 2, full: 1, median: 22 }],
    ['is between the two in the middle', [10, 23, 90, 1], { slots: 4, full: 4, median: 16 }],
    ['is the one in the middle, whatever the order', [90, 1, 23], { slots: 3, full: 3, median: 23 }],
  ])('%s', (_, minutes, figures) => {
    expect(fillFiguresOf(minutes.map((it) => slot(it)))).toEqual(figures)
  })

  it('is counted from the opening, where that is after it was heard of', () => {
    expect(fillFiguresOf([slot(50, { opensAt: OPENS + 30 * MINUTE })]).median).toBe(20)
  })
})

describe('teams', () => {
  const of = (people: number): FigureCounts => ({ ...NOTHING_COUNTED, attendances: people, people })
  const told = (whole: number, teams: number[]) =>
    figuresOfTeams(of(whole), teams.map(of)).map((it) => it.attendances)

  it('are told where a part beside them is large enough, or nobody', () => {
    expect(told(20, [8, 7])).toEqual([8, 7])
    expect(told(15, [8, 7])).toEqual([8, 7])
    expect(told(19, [8, 7, 0])).toEqual([8, 'few', 'few'])
  })
  it('hide a small one among those who are in none', () => {
    expect(told(20, [8, 7, 2])).toEqual([8, 7, 'few'])
    expect(told(18, [8, 7, 2])).toEqual([8, 'few', 'few'])
  })
  it('are not told in a way that leaves fewer than five who are in none', () => {
    expect(told(17, [8, 7])).toEqual([8, 'few'])
  })
  it('count whoever is in none as somebody, though all persons are known from teams', () => {
    const whole = { ...of(15), attendances: 16 }
    expect(figuresOfTeams(whole, [of(8), of(7)]).map((it) => it.attendances)).toEqual([8, 'few'])
  })
})
