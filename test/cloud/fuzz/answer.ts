import * as v from 'valibot'
import { contracts, type ActionName } from '@/contract/actions'
import { ERROR_STATUS, type ErrorCode } from '@/contract/envelope'
import { fromWire } from '@/contract/instants'
import type { FuzzRequest } from './request'

const MOST_ANSWERED = 100_000

const envelope = v.variant('ok', [
  v.strictObject({ ok: v.literal(true), data: v.unknown(), now: v.string() }),
  v.strictObject({
    ok: v.literal(false),
    error: v.strictObject({
      code: v.picklist(Object.keys(ERROR_STATUS) as ErrorCode[]),
      message: v.string(),
      reason: v.optional(v.looseObject({ reason: v.string() })),
      faults: v.optional(
        v.array(v.strictObject({ path: v.string(), message: v.string(), fault: v.optional(v.unknown()) })),
      ),
    }),
    now: v.string(),
  }),
])

export interface FuzzAnswer {
  /** `ok`, the reason of a refusal, or the code of an error */
  outcome: string
  status: number
  data: unknown
  /** what is wrong with it; null: it is as promised */
  fault: string | null
}

/** Holds an answer against the contract: the envelope, its status, its size and the schema of the action. */
export function readAnswer(request: FuzzRequest, status: number, text: string): FuzzAnswer {
  const wrong = (fault: string): FuzzAnswer => ({ outcome: 'wrong', status, data: null, fault })
  let body: unknown
  try {
    body = JSON.parse(text)
  } catch {
    return wrong(`no JSON: ${text.slice(0, 100)}`)
  }
  const read = v.safeParse(envelope, body)
  if (!read.success) return wrong(`no envelope: ${text.slice(0, 200)}`)
  const answer = read.output
  if (!answer.ok) {
    const { code, reason } = answer.error
    const fault = ERROR_STATUS[code] === status ? null : `status ${status} with the code ${code}`
    return { outcome: reason?.reason ?? code, status, data: null, fault }
  }
  return { outcome: 'ok', status, data: answer.data, fault: faultOf(request, status, answer.data, text) }
}

function faultOf(
  { action, invalid }: FuzzRequest,
  status: number,
  data: unknown,
  text: string,
): string | null {
  if (invalid) return 'an invalid request was carried out'
  if (status !== 200) return `status ${status} with ok`
  if (Buffer.byteLength(text) > MOST_ANSWERED) return `${text.length} characters are too many for an answer`
  const promised = v.safeParse(contracts[action as ActionName].response, fromWire(data))
  return promised.success ? null : `not what the contract promises: ${v.getDotPath(promised.issues[0]) ?? ''}`
}

/** What a spreadsheet would run of a CSV file. @returns the cells that begin as a formula does */
export function formulasIn(csv: string): string[] {
  const cells = csv.match(/"(?:[^"]|"")*"|[^,\r\n]+/g) ?? []
  return cells
    .map((cell) => cell.replace(/^\ufeff?"?/, ''))
    .filter((cell) => /^[=+\-@\t\r＝＋－＠]/.test(cell) && !/^-?\d+(\.\d+)?"?$/.test(cell))
}
