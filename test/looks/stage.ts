import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { COMMUNITY } from '@/cloud/demo/neighbourhood'
import { DAY, HOUR } from '@/domain/time'
import { pictureBookClass, post } from '../cloud/calls'
import { Person, startServer, type RunningServer } from '../scenario/server'

/** A Wednesday afternoon, a quarter of an hour before the duty at the school gate: always the same week. */
const NOW = Date.UTC(2026, 11, 2, 8, 5)
/** Moves a program's clock there, whenever it is started, and lets it go on from it. */
const SHIFT = `const Real = Date, ahead = ${NOW} - Real.now()
globalThis.Date = class extends Real {
  constructor(...given) { given.length ? super(...given) : super(Real.now() + ahead) }
  static now() { return Real.now() + ahead }
}`

const communityId = COMMUNITY.id
const self = [{ kind: 'self' }]

/** What the pages are opened with: queries, by the name a row of the table asks for. */
export type Queries = Record<
  | 'window'
  | 'full'
  | 'draw'
  | 'post'
  | 'held'
  | 'checkIn'
  | 'cancelled'
  | 'toClose'
  | 'closed'
  | 'hands'
  | 'drawn'
  | 'call'
  | 'member'
  | 'community'
  | 'invitation'
  | 'keepsake',
  string
>

export interface Stage {
  server: RunningServer
  queries: Queries
  stop(): Promise<void>
}

/** The demo community on a server of its own, with the few things beside that give every page something to show. */
export async function setStage(): Promise<Stage> {
  const folder = mkdtempSync(path.join(tmpdir(), 'linli-looks-'))
  const { DATABASE_URL: _, ...rest } = process.env
  const server = await startServer({
    ...rest,
    ...{ DATA_DIR: folder, PORT: '0', LINLI_MODE: 'demo' },
    NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(SHIFT)}`,
  })
  const stop = async () => {
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
  try {
    return { server, queries: await prepare(server.base), stop }
  } catch (error) {
    await stop()
    throw error
  }
}

async function prepare(base: string): Promise<Queries> {
  const person = (code: string) => new Person(base, code).signIn()
  const [cadre, admin, parent, volunteer] = (await Promise.all(
    ['cadre', 'admin', 'parent', 'volunteer'].map((code) => person(code)),
  )) as [Person, Person, Person, Person]
  const sessions = await listOpen(cadre)
  const { sessions: closed } = await cadre.do('listCalls', { communityId, which: 'closed' })
  const named = (title: string, days = 0) => {
    const found = sessions.find((it) => it.title === title && it.startsAt > NOW + days * DAY)
    if (!found) throw new Error(`the demo has no ${title} any more`)
    return found
  }
  const link = ({ id }: { id: string }) => `c=${communityId}&s=${id}`

  await admin.do('createTeam', { communityId, kind: 'club', name: '合唱队' })
  await admin.do('createTeam', { communityId, kind: 'party_branch', name: '凤凰苑第二党支部' })
  await parent.do('claimSkill', { communityId, skill: 'teaching' })
  const { entries } = await parent.do('getStatement', { communityId })
  const seq = entries.find(({ kind }) => kind === 'service')?.seq
  await parent.do('disputeEntry', { communityId, seq, cause: 'points', note: '那天我站了一个半小时。' })

  const gate = named('放学护学岗')
  for (const { id } of gate.slots.slice(1)) {
    await volunteer.do('bookSlot', { communityId, slotId: id, party: self })
  }
  const leave = { firstAt: new Date(NOW).toISOString(), lastAt: new Date(NOW + 6 * DAY).toISOString() }
  await volunteer.do('setLeave', { communityId, ...leave })
  const { children } = await parent.do('getHousehold', { communityId })
  const full = named('周末绘本课')
  const reading = [{ kind: 'child', childId: children[0]?.id }]
  await parent.do('joinWaitlist', {
    communityId,
    slotId: full.slots[0]?.id,
    party: reading,
    usePoints: false,
  })

  const rained = pictureBookClass(communityId, NOW + 5 * DAY + HOUR, [post({ title: '河道清洁' })], {
    ...{ kind: 'clean_up', title: '河边捡垃圾', place: '河畔步道北口' },
    ...{ riskNote: '不下水，不翻护栏。', insurance: '社区志愿者意外险' },
  })
  const off = { id: (await cadre.do('publishCall', rained)).sessionIds[0] ?? '' }
  const { slots } = await parent.do('getSession', { communityId, sessionId: off.id })
  await parent.do('bookSlot', { communityId, slotId: slots[0]?.id, party: self })
  await cadre.do('cancelSession', { communityId, sessionId: off.id, cause: 'weather', note: '' })

  const { invitationId } = await parent.do('inviteToHousehold', { communityId, role: 'family' })

  const roster = await cadre.do('getRoster', { communityId, sessionId: gate.id })
  const { records } = await volunteer.do('listServiceRecords', { communityId })
  const { residents } = await cadre.do('listResidents', { communityId, name: '何秀英' })
  return {
    window: link(named('周末绘本课', 7)),
    full: link(full),
    draw: link(named('亲子陶艺体验')),
    post: link(named('周六大扫除')),
    held: link(named('亲子手工课')),
    checkIn: link(gate),
    cancelled: link(off),
    invitation: `c=${communityId}&i=${invitationId}`,
    toClose: link(sessions.find(({ endsAt }) => endsAt < NOW) ?? gate),
    closed: link(closed.find(({ title }) => title === '周末绘本课') ?? gate),
    hands: link(named('周四义剪')),
    drawn: `c=${communityId}&d=${closed.find(({ title }) => title === '亲子陶艺体验')?.slots[0]?.id}`,
    call: `c=${communityId}&call=${roster.session.callId}`,
    member: `r=${residents[0]?.id}`,
    community: `c=${communityId}`,
    keepsake: link({ id: records[0]?.sessionId ?? '' }),
  }
}

async function listOpen(cadre: Person) {
  const first = await cadre.do('listCalls', { communityId, which: 'open' })
  const next = await cadre.do('listCalls', {
    communityId,
    which: 'open',
    cursor: first.nextCursor ?? undefined,
  })
  return [...first.sessions, ...next.sessions]
}
