-- Days on which a resident does not serve, and is not asked to; why is not kept. From midnight in Shanghai until midnight
-- after the last day; those of one resident neither overlap nor touch.
CREATE TABLE resident_leave (
  community_id text NOT NULL,
  resident_id text NOT NULL,
  from_at bigint NOT NULL,
  until_at bigint NOT NULL,
  created_at bigint NOT NULL,
  PRIMARY KEY (community_id, resident_id, from_at),
  CHECK (from_at < until_at),
  FOREIGN KEY (community_id, resident_id) REFERENCES resident (community_id, id)
);
CREATE INDEX resident_leave_until ON resident_leave (community_id, until_at);
GRANT SELECT, INSERT, DELETE ON resident_leave TO linli_app;
GRANT UPDATE (resident_id) ON resident_leave TO linli_app;
