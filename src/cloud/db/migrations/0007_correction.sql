-- What a correction could not take, because the points were spent already; and what later earnings paid of it.
-- Rows are only ever added.
CREATE TABLE points_debt (
  community_id text NOT NULL,
  account_id text NOT NULL,
  seq bigint NOT NULL,
  -- the correction that left it owing (positive), or that took it from new points (negative)
  movement_id text NOT NULL,
  amount integer NOT NULL CHECK (amount <> 0),
  created_at bigint NOT NULL,
  PRIMARY KEY (community_id, account_id, seq),
  FOREIGN KEY (community_id, account_id) REFERENCES household (community_id, id),
  FOREIGN KEY (community_id, movement_id) REFERENCES points_movement (community_id, id)
);
-- The sum of the account's debt, kept under its lock.
ALTER TABLE household ADD COLUMN owed bigint NOT NULL DEFAULT 0 CHECK (owed >= 0);

-- What a presence is worth was decided anew: differences to the service record. Rows are only ever added.
CREATE TABLE service_correction (
  community_id text NOT NULL,
  id text NOT NULL,
  record_id text NOT NULL,
  minutes integer NOT NULL,
  points integer NOT NULL,
  -- what moved the points; null: none moved
  movement_id text,
  corrected_by text NOT NULL,
  created_at bigint NOT NULL,
  PRIMARY KEY (community_id, id),
  FOREIGN KEY (community_id, record_id) REFERENCES service_record (community_id, id)
);
CREATE INDEX service_correction_record ON service_correction (community_id, record_id);

-- A guard: confirmSession decides under the session's lock.
CREATE UNIQUE INDEX points_movement_service_once ON points_movement (community_id, session_id, attendee_id)
  WHERE kind = 'service';
CREATE INDEX points_movement_reverses ON points_movement (community_id, reverses) WHERE reverses IS NOT NULL;

GRANT SELECT, INSERT ON points_debt, service_correction TO linli_app;
