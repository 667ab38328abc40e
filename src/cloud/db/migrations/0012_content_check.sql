-- Calls that wait until their texts have been checked. A row goes when it is published or given up.
CREATE TABLE held_call (
  community_id text NOT NULL,
  id text NOT NULL,
  held_by text NOT NULL,
  -- the whole call as it was sent
  draft jsonb NOT NULL,
  state text NOT NULL CHECK (state IN ('unanswered', 'review', 'risky', 'outdated')),
  label text,
  tries integer NOT NULL,
  -- null: not asked again by itself
  next_try_at bigint,
  created_at bigint NOT NULL,
  PRIMARY KEY (community_id, id),
  FOREIGN KEY (community_id, held_by) REFERENCES resident (community_id, id)
);
CREATE INDEX held_call_due ON held_call (community_id, next_try_at) WHERE next_try_at IS NOT NULL;
GRANT SELECT, INSERT, UPDATE, DELETE ON held_call TO linli_app;
