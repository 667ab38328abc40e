import { monthStart, type Instant } from './time'

/** A calendar year in Shanghai, or one month of it. */
export interface Period {
  year: number
  /** 1–12; null: the whole year */
  month: number | null
}

/** What begins in the period: from its first moment until before `until`. */
export function spanOf({ year, month }: Period): { from: Instant; until: Instant } {
  return month === null
    ? { from: monthStart(year, 1), until: monthStart(year + 1, 1) }
    : { from: monthStart(year, month), until: monthStart(year, month + 1) }
}
