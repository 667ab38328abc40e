import type { Roster } from '@/contract/get-roster'
import { checkInCode } from '@/domain/check-in-code'
import { pictureBookClass, post } from './calls'
import { call, deploy, done, settle, type Neighbourhood, type TestDeployment } from './deployment'

export const MONDAY = Date.parse('2026-03-02T09:00:00+08:00')
export const SATURDAY = Date.parse('2026-03-07T10:00:00+08:00')
export const self = [{ kind: 'self' }]
export const iso = (at: number) => new Date(at).toISOString()

/** One session of an hour on Saturday at ten, and the people who come to it. */
export class Spot {
  private constructor(
    readonly linli: TestDeployment,
    readonly community: Neighbourhood,
    readonly at: { communityId: string; sessionId: string },
    readonly slots: string[],
    private readonly secret: string,
  ) {}

  static async open(slots: object[] = [post()], connections = 8): Promise<Spot> {
    const linli = await deploy(MONDAY, connections)
    const community = await settle(linli)
    const { communityId } = community
    const call = pictureBookClass(communityId, SATURDAY, slots)
    const sessionId = (await done(linli, 'cadre', 'publishCall', call)).sessionIds[0] ?? ''
    const view = await done(linli, 'cadre', 'getSession', { communityId, sessionId })
    const [row] = await linli.database.transaction((tx) =>
      tx.query<{ secret: string }>('SELECT secret FROM session WHERE id = $1', [sessionId]),
    )
    const ids = view.slots.map((slot) => slot.id)
    return new Spot(linli, community, { communityId, sessionId }, ids, row?.secret ?? '')
  }

  get now() {
    return this.linli.clock.now
  }
  set now(now: number) {
    this.linli.clock.now = now
  }
  /** the number on the leader's screen */
  code(at = this.now): string {
    return checkInCode(this.secret, at)
  }
  /** a number that is not right now */
  wrong(): string {
    return this.code(this.now - 10 * 60_000)
  }
  /** A resident who holds a place, of the first slot unless told otherwise. @returns their id */
  async booked(name: string, slot = 0): Promise<string> {
    const id = await this.community.resident(name)
    const { communityId } = this.at
    await done(this.linli, name, 'bookSlot', { communityId, slotId: this.slots[slot], party: self })
    return id
  }
  checkIn(name: string, code = this.code()) {
    return call(this.linli, name, 'checkIn', { ...this.at, code })
  }
  checkOut(name: string, code = this.code()) {
    return call(this.linli, name, 'checkOut', { ...this.at, code })
  }
  async rowOf(attendeeId: string): Promise<Roster['slots'][number]['rows'][number] | undefined> {
    const { slots } = await done(this.linli, 'cadre', 'getRoster', this.at)
    return slots.flatMap((slot) => slot.rows).find((row) => row.attendeeId === attendeeId)
  }
  /** Closes the books: who is not checked in was not there. */
  async confirm(headCount = 1) {
    const { slots } = await done(this.linli, 'cadre', 'getRoster', this.at)
    const missing = slots.flatMap((slot) => slot.rows).filter((row) => row.checkedInAt === null)
    const absent = missing.map((row) => row.attendeeId)
    return done(this.linli, 'cadre', 'confirmSession', { ...this.at, headCount, absent })
  }
  async audited(action: string): Promise<{ why: string | null; subject: string | null }[]> {
    return this.linli.database.transaction((tx) =>
      tx.query('SELECT why, subject_id AS subject FROM audit_entry WHERE action = $1 ORDER BY id', [action]),
    )
  }
}
