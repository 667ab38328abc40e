import { openDatabase, type OpenDatabase } from './database'

let open: OpenDatabase
beforeAll(async () => {
  open = await openDatabase(1)
})
afterAll(() => open.close())

/** All that is ever kept of a child: whose it is, a nickname and an age band, a guardian's consent, and when. */
const OF_A_CHILD = [
  ...['community_id', 'id', 'household_id', 'nickname', 'age_band', 'age_band_set_at', 'age_band_asked_at'],
  ...['points_usable_from', 'consent_version', 'consented_at', 'consented_by', 'created_at', 'removed_at'],
]

/** Of tables that name people by id; none of these says anything about a child itself. */
const OF_ATTENDEES: Record<string, string[]> = {
  place: [
    ...['community_id', 'booking_id', 'attendee_id', 'attendee_kind', 'slot_id', 'session_id', 'slot_kind'],
    ...[
      'activity_id',
      'household_id',
      'starts_at',
      'ends_at',
      'in_window',
      'paid',
      'payment_id',
      'created_at',
    ],
    ...['cancelled_at', 'cancelled_late', 'retaken_at', 'checked_in_at', 'check_in_method', 'checked_out_at'],
    ...['check_out_method', 'outcome', 'ended_by_community', 'outcome_at', 'decided_anew'],
  ],
  waitlist_attendee: ['community_id', 'entry_id', 'attendee_id', 'attendee_kind'],
  given_back: [
    ...['community_id', 'booking_id', 'attendee_id', 'slot_id', 'session_id', 'household_id', 'resident_id'],
    ...['cancelled_at', 'taken_booking_id', 'taken_attendee_id'],
  ],
  draw_attendee: ['community_id', 'application_id', 'attendee_id', 'attendee_kind'],
}

/** Columns whose names speak of children or age, and hold what is said of a slot. */
const OF_SLOTS = ['slot.age_band', 'slot.with_children']

/** By its name, a column about a child, or one that would fit a child. */
const SPEAKS_OF_CHILDREN =
  /child|kid|baby|pupil|student|school|grade|class_|birth|born|age|gender|sex|nick|consent|guardian_of|parent|photo|avatar|id_card|id_number|real_name|full_name|allerg|health/
/** Words that only contain such a one. */
const MEANS_SOMETHING_ELSE = /storage|message|image|page|average|manage|language|coverage|usage|stage/

interface Column {
  table: string
  column: string
}
const columns = () =>
  open.database.transaction((tx) =>
    tx.query<Column>(
      `SELECT table_name AS "table", column_name AS "column" FROM information_schema.columns
       WHERE table_schema = 'public' ORDER BY 1, 2`,
    ),
  )
const of = (all: Column[], table: string) => all.filter((it) => it.table === table).map((it) => it.column)

it('keeps nothing of a child but a nickname, an age band and a guardian’s consent', async () => {
  const all = await columns()
  expect(all.length).toBeGreaterThan(100)
  expect(of(all, 'child')).toEqual([...OF_A_CHILD].sort())
})

it.each(Object.entries(OF_ATTENDEES))('says nothing more of those a %s is of', async (table, known) => {
  const unknown = of(await columns(), table).filter((it) => !known.includes(it))
  expect(unknown).toEqual([])
})

it('has no column about children anywhere else', async () => {
  const speaking = (await columns())
    .filter(({ table, column }) => table !== 'child' && SPEAKS_OF_CHILDREN.test(`${table} ${column}`))
    .map(({ table, column }) => `${table}.${column}`)
    .filter((name) => !MEANS_SOMETHING_ELSE.test(name) && !OF_SLOTS.includes(name))
  expect(speaking).toEqual([])
})

it('has no table that refers to children and is not in this list', async () => {
  const naming = (await columns())
    .filter(({ column }) => /^(child|attendee)_/.test(column))
    .map(({ table }) => table)
  const known = [...Object.keys(OF_ATTENDEES), 'points_movement']
  expect([...new Set(naming)].filter((table) => !known.includes(table))).toEqual([])
})
