import type { CallError } from '@/api/call'
import type { HolidayYearView } from '@/contract/list-holidays'
import { MOST_HOLIDAY_NAME } from '@/contract/save-holidays'
import { checkHolidays, type Holiday, type HolidayFault } from '@/domain/holiday'
import { yearOf } from '@/domain/time'
import { carryOut } from './ask'
import { serverNow } from './clock'
import { load, LOADING, ready, valueOf, whileLoading, type Loadable } from './loadable'
import { currentCommunity, useMembership } from './membership'
import { createPerCommunity } from './per-community'

/** What is wrong with a row, at its index. */
export interface RowFault {
  at: number
  fault: HolidayFault['fault'] | 'missing' | 'too_many_characters'
}

interface HolidaysStore {
  years: Loadable<HolidayYearView[]>
  year: number
  /** the rows of the year as they are being written; null: as they were read */
  rows: Holiday[] | null
  faults: RowFault[]
  pending: boolean
  saved: boolean
  /** somebody else saved the year while it was being written */
  overtaken: boolean
  error: CallError | null
  refresh(): Promise<void>
  show(year: number): void
  /** a row in other words; at the end of the rows: a new one */
  put(at: number, row: Holiday): void
  remove(at: number): void
  save(): Promise<void>
}

const FRESH = { rows: null, faults: [], saved: false, overtaken: false, error: null }

/** The community's table of public holidays; read by who publishes, kept by an admin. */
export const useHolidays = createPerCommunity<HolidaysStore>((set, get) => {
  function write(rows: Holiday[]): void {
    const { faults, year } = get()
    set({ rows, faults: faults.length > 0 ? faultsOf(year, rows) : [], saved: false, error: null })
  }
  function learn(known: HolidayYearView): void {
    const others = (valueOf(get().years) ?? []).filter(({ year }) => year !== known.year)
    set({ years: ready([...others, known].sort((a, b) => a.year - b.year)) })
  }
  return {
    years: LOADING,
    year: yearOf(serverNow()),
    pending: false,
    ...FRESH,

    async refresh() {
      set({ years: whileLoading(get().years) })
      const communityId = await currentCommunity()
      if (communityId === null) {
        const { error } = useMembership.getState()
        return set({
          years: { phase: 'failed', error: error ?? { code: 'forbidden', message: 'no community' } },
        })
      }
      const loaded = await load('listHolidays', { communityId }, { keep: true })
      if (loaded.phase === 'failed' && get().years.phase === 'ready') return
      set({ years: loaded.phase === 'ready' ? { ...loaded, value: loaded.value.years } : loaded })
      const [first] = offeredYears(get().years)
      if (first !== undefined && !offeredYears(get().years).includes(get().year)) get().show(first)
    },

    show(year) {
      set({ year, ...FRESH })
    },

    put(at, row) {
      const rows = rowsOf(get())
      write(at < rows.length ? rows.map((it, index) => (index === at ? row : it)) : [...rows, row])
    },

    remove(at) {
      write(rowsOf(get()).filter((_, index) => index !== at))
    },

    async save() {
      const { year, rows, pending, years } = get()
      const communityId = await currentCommunity()
      if (!rows || pending || communityId === null) return
      const faults = faultsOf(year, rows)
      set({ faults, error: null, overtaken: false })
      if (faults.length > 0) return
      const version = valueOf(years)?.find((it) => it.year === year)?.version ?? 0
      const holidays = rows.map((row) => ({ ...row, name: row.name.trim() }))
      set({ pending: true })
      const result = await carryOut('saveHolidays', { communityId, year, version, holidays })
      set({ pending: false })
      if (result.ok) {
        learn({ year, version: result.data.version, holidays: sorted(holidays) })
        return set({ ...FRESH, saved: true })
      }
      const reason = 'reason' in result.error ? result.error.reason : undefined
      if (reason?.reason !== 'holidays_changed') return set({ error: result.error })
      learn({ year, version: reason.version, holidays: reason.holidays })
      set({ ...FRESH, overtaken: true })
    },
  }
})

/** The rows of the year that is shown, in order; none where nothing is known of it. */
export function rowsOf({ years, year, rows }: Pick<HolidaysStore, 'years' | 'year' | 'rows'>): Holiday[] {
  return rows ?? valueOf(years)?.find((it) => it.year === year)?.holidays ?? []
}

/** The years to choose from: this one and the next, into which calls reach, and what is known beyond. */
export function offeredYears(years: Loadable<HolidayYearView[]>): number[] {
  const thisYear = yearOf(serverNow())
  const known = (valueOf(years) ?? []).map(({ year }) => year)
  return [...new Set([thisYear, thisYear + 1, ...known])].sort((a, b) => a - b)
}

const sorted = (rows: Holiday[]) => [...rows].sort((a, b) => a.firstAt - b.firstAt)

function faultsOf(year: number, rows: Holiday[]): RowFault[] {
  const names = rows.flatMap(({ name }, at): RowFault[] => {
    const length = [...name.trim()].length
    if (length > 0 && length <= MOST_HOLIDAY_NAME) return []
    return [{ at, fault: length === 0 ? 'missing' : 'too_many_characters' }]
  })
  const days = checkHolidays({ year, holidays: rows }).map(({ path, fault }) => ({
    at: Number(path.split('.')[1]),
    fault,
  }))
  return [...names, ...days]
}
