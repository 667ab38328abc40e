-- Times are milliseconds since 1970 UTC. Every key leads with community_id, the sharding key.
-- Decisions are taken in domain/; constraints here are guards against a wrong program.

CREATE TABLE community (
  id text PRIMARY KEY,
  name text NOT NULL,
  created_at bigint NOT NULL
);

-- One-time codes by which the first admin comes in; only the hash is kept.
CREATE TABLE community_code (
  community_id text NOT NULL REFERENCES community (id),
  code_hash text NOT NULL UNIQUE,
  created_at bigint NOT NULL,
  redeemed_at bigint,
  redeemed_by text,
  PRIMARY KEY (community_id, code_hash)
);

CREATE TABLE grid (
  community_id text NOT NULL REFERENCES community (id),
  id text NOT NULL,
  name text NOT NULL,
  PRIMARY KEY (community_id, id)
);

CREATE TABLE household (
  community_id text NOT NULL REFERENCES community (id),
  id text NOT NULL,
  grid_id text,
  building text,
  -- keyed hash of building and door: the door itself is not stored
  door_hash text,
  created_at bigint NOT NULL,
  -- the points account; lock this row before touching it
  balance bigint NOT NULL DEFAULT 0 CHECK (balance >= 0),
  seq bigint NOT NULL DEFAULT 0,
  head_hash text NOT NULL DEFAULT repeat('0', 64),
  PRIMARY KEY (community_id, id),
  FOREIGN KEY (community_id, grid_id) REFERENCES grid (community_id, id)
);
CREATE INDEX household_door ON household (community_id, door_hash) WHERE door_hash IS NOT NULL;

CREATE TABLE resident (
  community_id text NOT NULL,
  id text NOT NULL,
  household_id text NOT NULL,
  open_id text NOT NULL,
  name text,
  role text NOT NULL CHECK (role IN ('resident', 'cadre', 'admin')),
  guardian boolean NOT NULL,
  joined_at bigint NOT NULL,
  -- may use the household's points from then on
  points_usable_from bigint NOT NULL,
  confirmed_at bigint,
  confirmed_by text,
  suspended_until bigint,
  suspension_cause text,
  PRIMARY KEY (community_id, id),
  UNIQUE (community_id, open_id),
  FOREIGN KEY (community_id, household_id) REFERENCES household (community_id, id)
);
CREATE INDEX resident_open_id ON resident (open_id);
CREATE INDEX resident_household ON resident (community_id, household_id);
CREATE INDEX resident_unconfirmed ON resident (community_id, joined_at, id) WHERE confirmed_at IS NULL;
CREATE INDEX resident_confirmed ON resident (community_id, joined_at, id) WHERE confirmed_at IS NOT NULL;

CREATE TABLE child (
  community_id text NOT NULL,
  id text NOT NULL,
  household_id text NOT NULL,
  nickname text NOT NULL,
  age_band text NOT NULL,
  age_band_set_at bigint NOT NULL,
  points_usable_from bigint NOT NULL,
  consent_version integer,
  consented_at bigint,
  consented_by text,
  created_at bigint NOT NULL,
  PRIMARY KEY (community_id, id),
  FOREIGN KEY (community_id, household_id) REFERENCES household (community_id, id)
);
CREATE INDEX child_household ON child (community_id, household_id);

CREATE TABLE resident_skill (
  community_id text NOT NULL,
  resident_id text NOT NULL,
  skill text NOT NULL,
  confirmed_at bigint,
  PRIMARY KEY (community_id, resident_id, skill),
  FOREIGN KEY (community_id, resident_id) REFERENCES resident (community_id, id)
);

CREATE TABLE activity (
  community_id text NOT NULL REFERENCES community (id),
  id text NOT NULL,
  kind text NOT NULL,
  title text NOT NULL,
  description text NOT NULL,
  bring text NOT NULL,
  risk_note text NOT NULL,
  insurance text NOT NULL,
  contact text NOT NULL,
  free_cancel_hours integer NOT NULL,
  created_at bigint NOT NULL,
  PRIMARY KEY (community_id, id)
);

CREATE TABLE recruitment_call (
  community_id text NOT NULL,
  id text NOT NULL,
  activity_id text NOT NULL,
  published_by text NOT NULL,
  published_at bigint NOT NULL,
  PRIMARY KEY (community_id, id),
  FOREIGN KEY (community_id, activity_id) REFERENCES activity (community_id, id),
  FOREIGN KEY (community_id, published_by) REFERENCES resident (community_id, id)
);

CREATE TABLE session (
  community_id text NOT NULL,
  id text NOT NULL,
  activity_id text NOT NULL,
  call_id text NOT NULL,
  place text NOT NULL,
  starts_at bigint NOT NULL,
  ends_at bigint NOT NULL,
  -- of the check-in code; never leaves the server
  secret text NOT NULL,
  cancelled_at bigint,
  head_count integer,
  closed_at bigint,
  PRIMARY KEY (community_id, id),
  FOREIGN KEY (community_id, activity_id) REFERENCES activity (community_id, id),
  FOREIGN KEY (community_id, call_id) REFERENCES recruitment_call (community_id, id),
  CHECK (ends_at > starts_at)
);
CREATE INDEX session_by_end ON session (community_id, ends_at, id);
CREATE INDEX session_by_start ON session (community_id, starts_at, id);
CREATE INDEX session_open ON session (community_id, starts_at, id) WHERE closed_at IS NULL;
CREATE INDEX session_closed ON session (community_id, starts_at, id) WHERE closed_at IS NOT NULL;
CREATE INDEX session_activity ON session (community_id, activity_id, starts_at);

CREATE TABLE slot (
  community_id text NOT NULL,
  id text NOT NULL,
  session_id text NOT NULL,
  -- order on the screen
  rank integer NOT NULL,
  kind text NOT NULL CHECK (kind IN ('seat', 'post')),
  title text NOT NULL,
  capacity integer NOT NULL CHECK (capacity > 0),
  -- places of active bookings and unlapsed offers, and of these the ones paid in the window: kept by the
  -- transaction that holds the slot's lock, so that the feed needs no counting
  held integer NOT NULL DEFAULT 0 CHECK (held >= 0 AND held <= capacity),
  held_by_window integer NOT NULL DEFAULT 0 CHECK (held_by_window >= 0 AND held_by_window <= held),
  age_band text,
  skill text,
  with_children boolean NOT NULL,
  points integer NOT NULL CHECK (points >= 0),
  price integer CHECK (price > 0),
  share integer NOT NULL CHECK (share BETWEEN 0 AND 80),
  priority_opens_at bigint,
  opens_at bigint NOT NULL,
  newcomers_until bigint,
  allocation text NOT NULL DEFAULT 'booking' CHECK (allocation IN ('booking', 'draw')),
  draw_at bigint,
  drawn_at bigint,
  household_limit integer CHECK (household_limit > 0),
  PRIMARY KEY (community_id, id),
  FOREIGN KEY (community_id, session_id) REFERENCES session (community_id, id)
);
CREATE INDEX slot_session ON slot (community_id, session_id, rank);

CREATE TABLE booking (
  community_id text NOT NULL,
  id text NOT NULL,
  slot_id text NOT NULL,
  session_id text NOT NULL,
  household_id text NOT NULL,
  booked_by text NOT NULL,
  -- how the places were had
  source text NOT NULL CHECK (source IN ('window', 'general', 'waitlist')),
  created_at bigint NOT NULL,
  PRIMARY KEY (community_id, id),
  FOREIGN KEY (community_id, slot_id) REFERENCES slot (community_id, id),
  FOREIGN KEY (community_id, session_id) REFERENCES session (community_id, id),
  FOREIGN KEY (community_id, household_id) REFERENCES household (community_id, id),
  FOREIGN KEY (community_id, booked_by) REFERENCES resident (community_id, id)
);
CREATE INDEX booking_household ON booking (community_id, household_id);

-- One attendee of a booking; session times are copied so that overlaps need no join.
CREATE TABLE place (
  community_id text NOT NULL,
  booking_id text NOT NULL,
  attendee_id text NOT NULL,
  attendee_kind text NOT NULL CHECK (attendee_kind IN ('resident', 'child')),
  slot_id text NOT NULL,
  slot_kind text NOT NULL,
  session_id text NOT NULL,
  activity_id text NOT NULL,
  household_id text NOT NULL,
  starts_at bigint NOT NULL,
  ends_at bigint NOT NULL,
  -- points paid in the window; 0 otherwise
  paid integer NOT NULL CHECK (paid >= 0),
  in_window boolean NOT NULL,
  payment_id text,
  created_at bigint NOT NULL,
  cancelled_at bigint,
  -- given back after the free-cancel time: half a no-show unless somebody else took it
  cancelled_late boolean NOT NULL DEFAULT false,
  retaken_at bigint,
  checked_in_at bigint,
  check_in_method text CHECK (check_in_method IN ('code', 'manual', 'door')),
  checked_out_at bigint,
  outcome text CHECK (outcome IN ('present', 'absent')),
  outcome_at bigint,
  PRIMARY KEY (community_id, booking_id, attendee_id),
  FOREIGN KEY (community_id, booking_id) REFERENCES booking (community_id, id)
);
CREATE UNIQUE INDEX place_once ON place (community_id, slot_id, attendee_id) WHERE cancelled_at IS NULL;
CREATE INDEX place_given_late ON place (community_id, slot_id) WHERE cancelled_late AND retaken_at IS NULL;
CREATE INDEX place_session ON place (community_id, session_id);
CREATE INDEX place_household ON place (community_id, household_id, ends_at);
CREATE INDEX place_attendee ON place (community_id, attendee_id, ends_at) WHERE cancelled_at IS NULL;

CREATE TABLE waitlist_entry (
  community_id text NOT NULL,
  id text NOT NULL,
  slot_id text NOT NULL,
  session_id text NOT NULL,
  household_id text NOT NULL,
  joined_by text NOT NULL,
  use_points boolean NOT NULL,
  joined_at bigint NOT NULL,
  -- order of joining within the slot, given under its lock
  turn integer NOT NULL,
  ended_at bigint,
  ended_by text CHECK (ended_by IN ('booked', 'left', 'lapsed')),
  PRIMARY KEY (community_id, id),
  UNIQUE (community_id, slot_id, turn),
  FOREIGN KEY (community_id, slot_id) REFERENCES slot (community_id, id),
  FOREIGN KEY (community_id, household_id) REFERENCES household (community_id, id)
);
CREATE INDEX waitlist_waiting ON waitlist_entry (community_id, slot_id, turn) WHERE ended_at IS NULL;
CREATE INDEX waitlist_household ON waitlist_entry (community_id, household_id) WHERE ended_at IS NULL;

CREATE TABLE waitlist_attendee (
  community_id text NOT NULL,
  entry_id text NOT NULL,
  attendee_id text NOT NULL,
  attendee_kind text NOT NULL CHECK (attendee_kind IN ('resident', 'child')),
  PRIMARY KEY (community_id, entry_id, attendee_id),
  FOREIGN KEY (community_id, entry_id) REFERENCES waitlist_entry (community_id, id)
);

CREATE TABLE waitlist_offer (
  community_id text NOT NULL,
  id text NOT NULL,
  entry_id text NOT NULL,
  slot_id text NOT NULL,
  places integer NOT NULL CHECK (places > 0),
  offered_at bigint NOT NULL,
  expires_at bigint NOT NULL,
  ended_at bigint,
  ended_by text CHECK (ended_by IN ('accepted', 'lapsed', 'left')),
  PRIMARY KEY (community_id, id),
  FOREIGN KEY (community_id, entry_id) REFERENCES waitlist_entry (community_id, id)
);
CREATE INDEX waitlist_offer_open ON waitlist_offer (community_id, slot_id) WHERE ended_at IS NULL;
CREATE UNIQUE INDEX waitlist_offer_once ON waitlist_offer (community_id, entry_id) WHERE ended_at IS NULL;

-- The ledger. Rows are only ever added; the application's role can do nothing else.
CREATE TABLE points_movement (
  community_id text NOT NULL,
  id text NOT NULL,
  kind text NOT NULL CHECK (kind IN ('service', 'booking', 'return', 'correction', 'expiry')),
  session_id text,
  booking_id text,
  attendee_id text,
  -- of a return or a correction: the movement it takes back
  reverses text,
  created_at bigint NOT NULL,
  PRIMARY KEY (community_id, id)
);
CREATE UNIQUE INDEX points_movement_reversed_once ON points_movement (community_id, reverses) WHERE kind = 'return';

CREATE TABLE points_entry (
  community_id text NOT NULL,
  movement_id text NOT NULL,
  -- the household, or 'community' for the unchained other side
  account_id text NOT NULL,
  seq bigint,
  amount integer NOT NULL CHECK (amount <> 0),
  balance bigint CHECK (balance >= 0),
  expires_at bigint,
  created_at bigint NOT NULL,
  hash text,
  CHECK ((account_id = 'community') = (seq IS NULL AND hash IS NULL AND balance IS NULL)),
  UNIQUE (community_id, account_id, seq),
  FOREIGN KEY (community_id, movement_id) REFERENCES points_movement (community_id, id)
);
CREATE INDEX points_entry_movement ON points_entry (community_id, movement_id);

-- Which credit a debit used.
CREATE TABLE points_allocation (
  community_id text NOT NULL,
  account_id text NOT NULL,
  lot_seq bigint NOT NULL,
  debit_seq bigint NOT NULL,
  amount integer NOT NULL CHECK (amount > 0),
  PRIMARY KEY (community_id, account_id, lot_seq, debit_seq)
);
CREATE INDEX points_allocation_debit ON points_allocation (community_id, account_id, debit_seq);

-- Hours served by a person: never spent, never deleted. The key gives a presence its points once.
CREATE TABLE service_record (
  community_id text NOT NULL,
  id text NOT NULL,
  resident_id text NOT NULL,
  session_id text NOT NULL,
  slot_id text NOT NULL,
  minutes integer NOT NULL CHECK (minutes >= 0),
  movement_id text,
  points integer NOT NULL,
  confirmed_by text NOT NULL,
  starts_at bigint NOT NULL,
  created_at bigint NOT NULL,
  PRIMARY KEY (community_id, id),
  UNIQUE (community_id, resident_id, session_id, slot_id)
);
CREATE INDEX service_record_resident ON service_record (community_id, resident_id, starts_at DESC, id);

CREATE TABLE notice (
  community_id text NOT NULL,
  id text NOT NULL,
  resident_id text NOT NULL,
  kind text NOT NULL,
  session_id text,
  points integer,
  until_at bigint,
  created_at bigint NOT NULL,
  read_at bigint,
  PRIMARY KEY (community_id, id),
  FOREIGN KEY (community_id, resident_id) REFERENCES resident (community_id, id)
);
CREATE INDEX notice_resident ON notice (community_id, resident_id, created_at DESC, id);
CREATE INDEX notice_unread ON notice (community_id, resident_id) WHERE read_at IS NULL;

-- Wrong check-in numbers, so that guessing stops.
CREATE TABLE check_in_try (
  community_id text NOT NULL,
  session_id text NOT NULL,
  resident_id text NOT NULL,
  wrong integer NOT NULL,
  last_at bigint NOT NULL,
  PRIMARY KEY (community_id, session_id, resident_id)
);

CREATE TABLE audit_entry (
  community_id text NOT NULL,
  id text NOT NULL,
  actor_id text NOT NULL,
  action text NOT NULL,
  session_id text,
  subject_id text,
  why text,
  created_at bigint NOT NULL,
  PRIMARY KEY (community_id, id)
);
CREATE INDEX audit_entry_time ON audit_entry (community_id, created_at DESC, id);

-- What was answered to a request that changed something, so that repeating it has one effect.
CREATE TABLE answer (
  community_id text NOT NULL,
  resident_id text NOT NULL,
  request_id text NOT NULL,
  action text NOT NULL,
  payload_hash text NOT NULL,
  data text NOT NULL,
  created_at bigint NOT NULL,
  PRIMARY KEY (community_id, resident_id, request_id)
);
CREATE INDEX answer_age ON answer (community_id, created_at);

DO $$
BEGIN
  CREATE ROLE linli_app NOLOGIN;
EXCEPTION
  -- roles belong to the whole server, and two databases may be made at once
  WHEN duplicate_object OR unique_violation THEN NULL;
END
$$;
-- Whoever runs the migrations may act as the application.
DO $$
BEGIN
  EXECUTE format('GRANT linli_app TO %I', current_user);
EXCEPTION
  WHEN invalid_grant_operation OR insufficient_privilege OR unique_violation OR internal_error THEN NULL;
END
$$;
GRANT USAGE ON SCHEMA public TO linli_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO linli_app;
REVOKE UPDATE, DELETE, TRUNCATE ON points_movement, points_entry, points_allocation, service_record, audit_entry
  FROM linli_app;
REVOKE INSERT, UPDATE, DELETE, TRUNCATE ON schema_migration FROM linli_app;
REVOKE DELETE ON household, resident, booking, place, waitlist_entry, waitlist_offer FROM linli_app;
