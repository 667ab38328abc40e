/** What is asked before a phone goes over from `drop` to `keep`, who was entered by name. */
export interface DoubleFacts {
  sameName: boolean
  keepHasPhone: boolean
  dropHasPhone: boolean
  /** of `drop`: places, parties in line, applications, records of service, children, points and people who share them */
  taken: number
}

export type DoubleRefusal =
  /** only somebody entered by name can have come a second time, under the same name and with a phone */
  | { reason: 'no_double' }
  /** who came with the phone has taken part in something already, which would be left behind */
  | { reason: 'double_took_part' }

/** Whether two residents are one, of whom only the first has taken part in anything; null: yes. */
export function checkDouble({
  sameName,
  keepHasPhone,
  dropHasPhone,
  taken,
}: DoubleFacts): DoubleRefusal | null {
  if (!sameName || keepHasPhone || !dropHasPhone) return { reason: 'no_double' }
  return taken > 0 ? { reason: 'double_took_part' } : null
}
