-- The draw of a slot: its seed is promised with the call, its list is frozen at its time, it is run once.
CREATE TABLE draw (
  community_id text NOT NULL,
  slot_id text NOT NULL,
  -- 32 bytes as hex; never leaves the server before the result
  seed text NOT NULL,
  seed_hash text NOT NULL,
  -- waits for a number drawn in public after the list was frozen
  wants_number boolean NOT NULL,
  frozen_at bigint,
  list_hash text,
  -- places the frozen list competes for
  capacity integer CHECK (capacity > 0),
  public_number text CHECK (public_number ~ '^[0-9]{3}$'),
  PRIMARY KEY (community_id, slot_id),
  FOREIGN KEY (community_id, slot_id) REFERENCES slot (community_id, id),
  CHECK ((frozen_at IS NULL) = (list_hash IS NULL)),
  CHECK (frozen_at IS NOT NULL OR public_number IS NULL)
);
CREATE INDEX slot_to_draw ON slot (community_id, draw_at, id) WHERE allocation = 'draw' AND drawn_at IS NULL;

CREATE TABLE draw_application (
  community_id text NOT NULL,
  id text NOT NULL,
  slot_id text NOT NULL,
  household_id text NOT NULL,
  applied_by text NOT NULL,
  -- that the household is ready to pay
  points integer NOT NULL CHECK (points BETWEEN 0 AND 40 AND points % 10 = 0),
  applied_at bigint NOT NULL,
  withdrawn_at bigint,
  -- fixed when the list is frozen
  staked integer CHECK (staked BETWEEN 0 AND points),
  weight integer CHECK (weight BETWEEN 1 AND 5),
  newcomer boolean,
  -- what came of it: a part and no turn, or a turn and perhaps why it could have no place
  won text CHECK (won IN ('newcomers', 'weighted')),
  turn integer CHECK (turn > 0),
  passed_over text,
  PRIMARY KEY (community_id, id),
  FOREIGN KEY (community_id, slot_id) REFERENCES draw (community_id, slot_id),
  FOREIGN KEY (community_id, household_id) REFERENCES household (community_id, id),
  FOREIGN KEY (community_id, applied_by) REFERENCES resident (community_id, id),
  CHECK (won IS NULL OR (turn IS NULL AND passed_over IS NULL))
);
CREATE UNIQUE INDEX draw_application_once ON draw_application (community_id, slot_id, household_id)
  WHERE withdrawn_at IS NULL;
CREATE INDEX draw_application_slot ON draw_application (community_id, slot_id, id) WHERE withdrawn_at IS NULL;

CREATE TABLE draw_attendee (
  community_id text NOT NULL,
  application_id text NOT NULL,
  attendee_id text NOT NULL,
  attendee_kind text NOT NULL CHECK (attendee_kind IN ('resident', 'child')),
  PRIMARY KEY (community_id, application_id, attendee_id),
  FOREIGN KEY (community_id, application_id) REFERENCES draw_application (community_id, id)
);

ALTER TABLE booking DROP CONSTRAINT booking_source_check;
ALTER TABLE booking ADD CONSTRAINT booking_source_check
  CHECK (source IN ('window', 'general', 'waitlist', 'draw'));

GRANT SELECT, INSERT ON draw, draw_application, draw_attendee TO linli_app;
-- A seed or an application, once written, is never exchanged.
GRANT UPDATE (frozen_at, list_hash, capacity, public_number) ON draw TO linli_app;
GRANT UPDATE (withdrawn_at, staked, weight, newcomer, won, turn, passed_over) ON draw_application TO linli_app;
