-- What a household says is not right about a movement on its account, and what a cadre answered. The words
-- stand here alone, never in the ledger.
CREATE TABLE dispute (
  community_id text NOT NULL,
  id text NOT NULL,
  account_id text NOT NULL,
  -- the entry at which it was raised
  seq bigint NOT NULL,
  -- what moved first: of a correction or a return the movement it reverses
  movement_id text NOT NULL,
  raised_by text NOT NULL,
  cause text NOT NULL,
  note text NOT NULL,
  created_at bigint NOT NULL,
  state text NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'withdrawn', 'corrected', 'kept')),
  ended_at bigint,
  answered_by text,
  keep_cause text,
  answer_note text,
  -- what answered it on the account; null: no points moved
  correction_id text,
  PRIMARY KEY (community_id, id),
  FOREIGN KEY (community_id, account_id) REFERENCES household (community_id, id),
  FOREIGN KEY (community_id, movement_id) REFERENCES points_movement (community_id, id),
  FOREIGN KEY (community_id, raised_by) REFERENCES resident (community_id, id),
  CHECK ((state = 'open') = (ended_at IS NULL))
);
-- A guard: disputeEntry decides under the household's lock.
CREATE UNIQUE INDEX dispute_open_once ON dispute (community_id, movement_id) WHERE state = 'open';
CREATE INDEX dispute_movement ON dispute (community_id, account_id, movement_id);
CREATE INDEX dispute_open ON dispute (community_id, created_at, id) WHERE state = 'open';
CREATE INDEX dispute_answered ON dispute (community_id, ended_at DESC, id) WHERE state IN ('corrected', 'kept');
CREATE INDEX dispute_correction ON dispute (community_id, correction_id) WHERE correction_id IS NOT NULL;
GRANT SELECT, INSERT, UPDATE ON dispute TO linli_app;

-- Closed books were opened again: whose outcome was decided anew since gets what differs at the next closing.
ALTER TABLE session
  ADD COLUMN reopened_at bigint,
  ADD COLUMN reopened_why text;
ALTER TABLE place ADD COLUMN decided_anew boolean NOT NULL DEFAULT false;

-- A resident may choose that service counts in hours alone; a record keeps the choice it was made under.
ALTER TABLE resident ADD COLUMN hours_only boolean NOT NULL DEFAULT false;
ALTER TABLE service_record ADD COLUMN hours_only boolean NOT NULL DEFAULT false;
CREATE INDEX service_record_session ON service_record (community_id, session_id);
