import type { ActionName, Answer, Payload } from '@/contract/actions'
import type { ErrorCode, InputFault } from '@/contract/envelope'
import type { OtherRefusal } from '@/contract/other-refusal'
import type { ContentVerdict } from '@/domain/content-check'
import type { Refusal } from '@/domain/refusal'
import type { Access } from '@/domain/role'
import type { Instant } from '@/domain/time'
import type { Database, Transaction } from './db/database'
import type { Files } from './files/files'
import type { Identities } from './identity'
import type { ResidentRow } from './repositories/resident'
import type { CheckedText } from './wechat/content-check'
import type { PlatformServices } from './wechat/platform-services'

/**
 * A verdict against the request. Returned, what was written before it stays: wrong tries, places that
 * went to those who wait. Thrown, nothing of the request is written.
 */
export class Refused {
  constructor(readonly reason: Refusal | OtherRefusal) {}
}

/** The request cannot be carried out at all; thrown, so that nothing of it is written. */
export class RequestFailure extends Error {
  constructor(
    readonly code: ErrorCode,
    message: string,
    readonly faults?: InputFault[],
  ) {
    super(message)
  }
}

export const notFound = (what: string) => new RequestFailure('not_found', `there is no such ${what}`)

/** What a deployment brings along beside the database. */
export interface Services extends PlatformServices {
  identities: Identities
  files: Files
  /** key of the hash a household's door is kept as */
  doorKey: string
}

/** Nobody in particular. Opens a transaction only where it needs one: signing in waits for the platform. */
export interface AnyoneContext {
  database: Database
  now: Instant
  services: Services
}
interface BaseContext {
  tx: Transaction
  now: Instant
  services: Services
}
/** A WeChat identity, perhaps not a member of the community it asks about. */
export type VisitorContext = BaseContext & {
  openId: string
  resident: ResidentRow | null
  requestId: string | null
}
export type MemberContext = BaseContext & {
  openId: string
  requestId: string | null
  resident: ResidentRow
  /** of the platform on the text of this request; pass where it has none */
  verdict: ContentVerdict
}

/** Of an action that waits for the platform: it opens its transactions itself, and nobody waits for it meanwhile. */
export interface ApartContext {
  database: Database
  now: Instant
  services: PlatformServices
}

type Handler<Context, A extends ActionName> = (
  context: Context,
  payload: Payload<A>,
) => Promise<Answer<A> | Refused>

export type AnyoneHandler<A extends ActionName> = Handler<AnyoneContext, A>
export type VisitorHandler<A extends ActionName> = Handler<VisitorContext, A>
export type MemberHandler<A extends ActionName> = Handler<MemberContext, A>
export type ApartHandler<A extends ActionName> = Handler<ApartContext, A>

/** What a request would put before the public; null: nothing. */
export type TextOf<A extends ActionName> = (
  context: { tx: Transaction; resident: ResidentRow },
  payload: Payload<A>,
) => Promise<CheckedText | null>

/** One of the requests that are decided together. */
export interface Asked<A extends ActionName> {
  openId: string
  resident: ResidentRow | null
  payload: Payload<A>
}
export type BatchResult<A extends ActionName> = Answer<A> | Refused | RequestFailure

/**
 * Decides about one or many requests that named the same thing, all in one transaction, and answers each
 * in its place. It throws only what concerns all of them.
 * @param what they named
 * @param asking who asks; read while the thing is being locked, and nobody where all were answered before
 * @returns `write` sends what was decided, in one go with the answers that are kept and the commit
 */
export type BatchHandler<A extends ActionName> = (
  context: BaseContext & { communityId: string },
  what: string,
  asking: Promise<Asked<A>[]>,
) => Promise<{ results: BatchResult<A>[]; write: () => Promise<void> }>

/** One row of the table of actions: who may do it, whether it changes anything, and how it is done. */
export type ActionRow<A extends ActionName> =
  | { access: 'anyone'; writes: false; handler: AnyoneHandler<A> }
  | ({ access: 'visitor'; handler: VisitorHandler<A> } & Writing)
  | BatchRow<A>
  | ApartRow<A>
  | MemberRow<A>

type MemberRow<A extends ActionName> = Writing & {
  access: Access
  handler: MemberHandler<A>
  /** asked of the platform first, outside the transaction: nobody else waits for its answer */
  text?: TextOf<A>
}

/** Done again when it is repeated: it has to see to it itself that nothing comes of it twice. */
export interface ApartRow<A extends ActionName> {
  access: 'visitor' | Access
  writes: boolean
  kept?: false
  apart: ApartHandler<A>
}

/** Requests that wait for the same thing are decided together. */
export interface BatchRow<A extends ActionName> {
  access: 'visitor'
  writes: true
  /** of the payload: what they wait for; each handler call gets requests with one and the same */
  together: (payload: Payload<A>) => string
  decide: BatchHandler<A>
}

interface Writing {
  writes: boolean
  /** whoever asks is gone by it, and the handler locks what that takes */
  leaves?: true
  /** false: the answer is not kept for a repeated request, because of the names in it; it is done again */
  kept?: false
}
