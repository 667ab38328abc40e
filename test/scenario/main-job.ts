// npm run scenario: the whole main job over the public HTTP API of a freshly started server, on PGlite, or on
// PostgreSQL where DATABASE_URL says so. Prints each step; ends with 1 if an invariant is broken.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { openDatabase } from '@/cloud/db/open'
import { readDatabasePlace } from '@/cloud/environment'
import { explain } from '@/copy/refusal'
import type { Envelope } from '@/contract/envelope'
import { CONSENT_VERSION } from '@/domain/child'
import { DAY, HOUR, MINUTE, WEEK, weekStart, type Instant } from '@/domain/time'
import { brokenInvariants } from '../invariants'
import { pictureBookClass, post, seat } from '../cloud/calls'
import { moveClock, Person, runCommand, startServer } from './server'

const folder = process.env.DATABASE_URL ? null : mkdtempSync(path.join(tmpdir(), 'linli-scenario-'))
const env: NodeJS.ProcessEnv = {
  ...process.env,
  PORT: '0',
  LINLI_MODE: 'demo',
  LINLI_DEMO_SEED: 'none',
  LINLI_DEMO_DATABASE: 'yes',
  ...(folder && { DATA_DIR: folder }),
}
const self = [{ kind: 'self' }]

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}

function expectThat(holds: boolean, what: string): void {
  if (!holds) throw new Error(`not so: ${what}`)
  say(`   ✓ ${what}`)
}

/** What the screen would say to a refusal. */
function sentence(envelope: Envelope<unknown>): string {
  if (envelope.ok || !envelope.error.reason) throw new Error(`not refused: ${JSON.stringify(envelope)}`)
  return explain(envelope.error.reason, { now: envelope.now, elder: false })
}

async function play(): Promise<void> {
  const backend = process.env.DATABASE_URL ? 'PostgreSQL (DATABASE_URL)' : 'PGlite'
  say(`0. A fresh server on ${backend}, a community, its first admin`)
  const made = await runCommand('src/cloud/commands/community-create.ts', ['--name', '凤凰山社区'], env)
  const code = /admin: (\S+)/.exec(made)?.[1] ?? ''
  const server = await startServer(env)
  try {
    await playOn(server.base, code)
  } finally {
    const exit = await server.stop()
    expectThat(exit === 0, 'the server stopped cleanly on SIGINT')
  }
  await checkInvariants()
}

async function playOn(base: string, code: string): Promise<void> {
  const person = (name: string) => new Person(base, name).signIn()
  const cadre = await person('scenario-cadre')
  const { communityId } = await cadre.do('redeemCommunityCode', { code, name: '王敏' })
  const volunteer = await confirmedNeighbour(await person('scenario-volunteer'), cadre, communityId, '陈建国')
  const child = await withChild(volunteer, communityId)
  const neighbours = await Promise.all(['li', 'zhao', 'sun'].map((name) => person(`scenario-${name}`)))
  for (const neighbour of neighbours) await confirmedNeighbour(neighbour, cadre, communityId, neighbour.code)

  const now = Date.now()
  // The class opens to all two days from now, so it has to lie behind that.
  const monday = weekStart(now + 3 * DAY)
  const saturday = saturdayOf(monday) > now + 3 * DAY ? saturdayOf(monday) : saturdayOf(monday + WEEK)
  const sessionId = await publishClass(cadre, communityId, saturday, now)
  await claim(communityId, sessionId, volunteer, neighbours)
  await serve(base, communityId, sessionId, cadre, volunteer, saturday)
  await bookEarly(base, communityId, cadre, { parent: volunteer, party: child }, saturday + WEEK)
  await census(base, communityId, cadre, saturday + WEEK)
}

const saturdayOf = (monday: Instant) => monday + 5 * DAY + 10 * HOUR

async function confirmedNeighbour(neighbour: Person, cadre: Person, communityId: string, name: string) {
  const { residentId } = await neighbour.do('joinCommunity', { communityId, name })
  const { grids } = await neighbour.do('getHousehold', { communityId })
  await neighbour.do('setAddress', {
    communityId,
    gridId: grids[0]?.id,
    building: '2号楼',
    door: neighbour.code,
  })
  await cadre.do('confirmResident', { communityId, residentId })
  return neighbour
}

async function publishClass(
  cadre: Person,
  communityId: string,
  startsAt: Instant,
  now: Instant,
): Promise<string> {
  say('1. The cadre publishes 周六绘本课： 20 places by priority, 2 reading helpers')
  const window = { price: 10, share: 70, opensAt: new Date(now + 2 * DAY).toISOString() }
  const slots = [post({ withChildren: true }), seat(window)]
  const { sessionIds } = await cadre.do('publishCall', pictureBookClass(communityId, startsAt, slots))
  expectThat(
    sessionIds.length === 1,
    `it is published for ${new Date(startsAt + 8 * HOUR).toISOString().slice(0, 16)} Shanghai time`,
  )
  return sessionIds[0] ?? ''
}

async function claim(
  communityId: string,
  sessionId: string,
  volunteer: Person,
  others: Person[],
): Promise<void> {
  say('2. A volunteer opens the link and claims the post with one tap')
  const [li, zhao] = others
  if (!li || !zhao) throw new Error('no neighbours')
  const view = await volunteer.do('getSession', { communityId, sessionId })
  const slot = view.slots[0]
  const claimed = { communityId, slotId: slot?.id, party: self }
  expectThat(slot?.terms.capacity === 2 && slot.places.held === 0, 'two helpers are still needed')
  const first = await volunteer.do('bookSlot', claimed, 'scenario-one-tap')
  const again = await volunteer.do('bookSlot', claimed, 'scenario-one-tap')
  expectThat(first.bookingId === again.bookingId, 'the repeated request has the same answer')
  expectThat(
    sentence(await volunteer.ask('bookSlot', claimed)).includes('已经报上'),
    'a second tap changes nothing',
  )
  await li.do('bookSlot', claimed)
  const full = await zhao.ask('bookSlot', claimed)
  say(`   the third is told: ${sentence(full)}`)
  await zhao.do('joinWaitlist', { ...claimed, usePoints: false })
  const mine = await zhao.do('listMyBookings', { communityId, which: 'upcoming' })
  expectThat(mine.waitlists[0]?.position === 1, 'the third stands first on the waitlist')
}

async function serve(
  base: string,
  communityId: string,
  sessionId: string,
  cadre: Person,
  volunteer: Person,
  startsAt: Instant,
) {
  say('3. On the day: check-in, confirmation, points and hours')
  await moveClock(base, startsAt - 10 * MINUTE)
  const { code } = await cadre.do('getCheckInCode', { communityId, sessionId })
  await volunteer.do('checkIn', { communityId, sessionId, code })
  await moveClock(base, startsAt + HOUR + MINUTE)
  const roster = await cadre.do('getRoster', { communityId, sessionId })
  const absent = roster.slots.flatMap((slot) => slot.rows).filter((row) => row.checkedInAt === null)
  const confirm = { communityId, sessionId, headCount: 1, absent: absent.map((row) => row.attendeeId) }
  const confirmed = await cadre.do('confirmSession', confirm)
  expectThat(confirmed.present === 1 && confirmed.absent === 1, 'one was there, one was not')
  await cadre.do('confirmSession', confirm)
  const statement = await volunteer.do('getStatement', { communityId })
  expectThat(
    statement.balance === 10 && statement.entries.length === 1,
    '10 points stand in the statement, once',
  )
  const record = await volunteer.do('listServiceRecords', { communityId })
  expectThat(record.totalMinutes === 60, '60 minutes stand in the person’s record')
}

async function bookEarly(
  base: string,
  communityId: string,
  cadre: Person,
  { parent, party }: { parent: Person; party: object[] },
  startsAt: Instant,
) {
  say('4. With those points a child’s place inside the priority window')
  const other = await confirmedNeighbour(
    await new Person(base, 'scenario-zhou').signIn(),
    cadre,
    communityId,
    '周明',
  )
  const otherParty = await withChild(other, communityId)
  const opensAt = new Date(startsAt - 3 * DAY).toISOString()
  const slots = [seat({ price: 10, opensAt, capacity: 2, share: 50 })]
  const { sessionIds } = await cadre.do('publishCall', pictureBookClass(communityId, startsAt, slots))
  const sessionId = sessionIds[0]
  const slotId = (await parent.do('getSession', { communityId, sessionId })).slots[0]?.id
  const booked = await parent.do('bookSlot', { communityId, slotId, party })
  expectThat(
    (await parent.do('getStatement', { communityId })).balance === 0,
    'the place is booked and paid with 10 points',
  )
  say(
    `   a parent without points is told: ${sentence(await other.ask('bookSlot', { communityId, slotId, party: otherParty }))}`,
  )

  say('5. Cancelling frees the place for the waitlist')
  await moveClock(base, startsAt - 3 * DAY)
  const third = await confirmedNeighbour(
    await new Person(base, 'scenario-wu').signIn(),
    cadre,
    communityId,
    '吴静',
  )
  const thirdParty = await withChild(third, communityId)
  await other.do('bookSlot', { communityId, slotId, party: otherParty })
  await third.do('joinWaitlist', { communityId, slotId, party: thirdParty, usePoints: false })
  const cancelled = await parent.do('cancelBooking', { communityId, bookingId: booked.bookingId })
  expectThat(cancelled.returned === 10 && cancelled.passedOn, 'the points came back and the place went on')
  const mine = await third.do('listMyBookings', { communityId, which: 'upcoming' })
  const { notices } = await third.do('listNotices', { communityId })
  expectThat(
    mine.bookings.length === 1 && notices.some((it) => it.kind === 'booked_from_waitlist'),
    'the family that waited has it, and was told',
  )
}

async function withChild(parent: Person, communityId: string) {
  const child = { communityId, nickname: '小满', ageBand: '3-6', consentVersion: CONSENT_VERSION }
  return [{ kind: 'child', childId: (await parent.do('addChild', child)).childId }]
}

async function census(base: string, communityId: string, cadre: Person, startsAt: Instant): Promise<void> {
  const places = 100
  const people = 130
  say(`6. ${people} residents answer a census call with ${places} posts at the same moment`)
  const slots = [post({ title: '入户登记', capacity: places })]
  const call = pictureBookClass(communityId, startsAt - DAY, slots, {
    kind: 'gathering',
    title: '人口普查帮手',
  })
  const sessionId = (await cadre.do('publishCall', call)).sessionIds[0]
  const slotId = (await cadre.do('getSession', { communityId, sessionId })).slots[0]?.id
  const residents = await Promise.all(
    Array.from({ length: people }, (_, index) => new Person(base, `scenario-census-${index}`).signIn()),
  )
  const answers = await Promise.all(
    residents.map(async (resident) => {
      const booked = await resident.ask('bookSlot', { communityId, slotId, party: self })
      if (booked.ok) return 'booked'
      const waiting = await resident.ask('joinWaitlist', {
        communityId,
        slotId,
        party: self,
        usePoints: false,
      })
      return waiting.ok ? 'waiting' : waiting.error.code
    }),
  )
  const count = (what: string) => answers.filter((answer) => answer === what).length
  say(
    `   booked ${count('booked')}, on the waitlist ${count('waiting')}, errors ${people - count('booked') - count('waiting')}`,
  )
  expectThat(
    count('booked') === places && count('waiting') === people - places,
    'every place is taken once, and everybody else waits',
  )
  const view = await cadre.do('getSession', { communityId, sessionId })
  const { held, waitlist } = view.slots[0]?.places ?? {}
  expectThat(
    held === places && waitlist === people - places,
    `the page shows ${places} held and ${people - places} waiting`,
  )
}

async function checkInvariants(): Promise<void> {
  say('7. The invariants, read from the database itself')
  const database = await openDatabase(readDatabasePlace(env))
  try {
    const [counts] = await database.transaction((tx) =>
      tx.query(`SELECT (SELECT count(*) FROM place WHERE cancelled_at IS NULL) AS places,
                       (SELECT count(*) FROM waitlist_entry WHERE ended_at IS NULL) AS waiting,
                       (SELECT count(*) FROM points_entry WHERE seq IS NOT NULL) AS entries,
                       (SELECT count(*) FROM service_record) AS records`),
    )
    say(`   ${JSON.stringify(counts)}`)
    const broken = await brokenInvariants(database)
    for (const line of broken) say(`   broken: ${line}`)
    expectThat(broken.length === 0, 'all of them hold')
  } finally {
    await database.close()
  }
}

try {
  await play()
  say('The main job works.')
} catch (error) {
  say(error instanceof Error ? error.message : String(error))
  process.exitCode = 1
} finally {
  if (folder) rmSync(folder, { recursive: true, force: true })
}
