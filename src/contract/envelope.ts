import type { CallFault } from '@/domain/call'
import type { Refusal } from '@/domain/refusal'
import type { Instant } from '@/domain/time'
import type { OtherRefusal } from './other-refusal'

/** Why a request was not carried out. `refused` is a verdict and carries its reason. */
export const ERROR_STATUS = {
  refused: 200,
  bad_input: 400,
  bad_json: 400,
  unauthenticated: 401,
  forbidden: 403,
  unknown_action: 404,
  not_found: 404,
  method_not_allowed: 405,
  request_id_conflict: 409,
  too_large: 413,
  too_many_requests: 429,
  internal: 500,
  unavailable: 503,
} as const
export type ErrorCode = keyof typeof ERROR_STATUS

export interface RequestError {
  code: ErrorCode
  /** for people who read logs and build clients; screens speak through copy/ */
  message: string
  /** with `refused` */
  reason?: Refusal | OtherRefusal
  /** with `bad_input`: where, as a path, and what */
  faults?: InputFault[]
}

export interface InputFault {
  path: string
  message: string
  /** set when the rule of a call draft found it */
  fault?: CallFault['fault']
}

/** Every answer; `now` is the server's clock, by which screens count down. */
export type Envelope<Data> =
  { ok: true; data: Data; now: Instant } | { ok: false; error: RequestError; now: Instant }
