import type { Queries } from './stage'

/** A page as somebody has it before them. */
export interface Face {
  /** of the row; a page with several faces has several rows */
  name: string
  /** as in app.config.ts */
  page: string
  /** in the demo */
  persona: 'parent' | 'parent-new' | 'volunteer' | 'elder' | 'cadre' | 'admin' | 'visitor'
  query?: keyof Queries
  /** there when the page is */
  ready: string
  /** tapped one after the other once it is there */
  taps?: string[]
}
