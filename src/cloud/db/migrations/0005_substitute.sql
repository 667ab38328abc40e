-- A post whose holder looks for a substitute: whoever comes by the link first and qualifies has it.
CREATE TABLE substitute (
  community_id text NOT NULL,
  id text NOT NULL,
  booking_id text NOT NULL,
  created_at bigint NOT NULL,
  -- of those who wait the one that is asked first, and until when the post is kept for it
  entry_id text,
  waitlist_until bigint,
  ended_at bigint,
  ended_by text CHECK (ended_by IN ('taken', 'withdrawn', 'cancelled', 'lapsed')),
  PRIMARY KEY (community_id, id),
  FOREIGN KEY (community_id, booking_id) REFERENCES booking (community_id, id),
  FOREIGN KEY (community_id, entry_id) REFERENCES waitlist_entry (community_id, id),
  CHECK ((entry_id IS NULL) = (waitlist_until IS NULL)),
  CHECK ((ended_at IS NULL) = (ended_by IS NULL))
);
CREATE UNIQUE INDEX substitute_once ON substitute (community_id, booking_id) WHERE ended_at IS NULL;
CREATE INDEX substitute_asked ON substitute (community_id, entry_id) WHERE ended_at IS NULL;

ALTER TABLE booking DROP CONSTRAINT booking_source_check;
ALTER TABLE booking ADD CONSTRAINT booking_source_check
  CHECK (source IN ('window', 'general', 'waitlist', 'draw', 'substitute'));

GRANT SELECT, INSERT ON substitute TO linli_app;
-- A link, once written, stays the link of that post.
GRANT UPDATE (entry_id, waitlist_until, ended_at, ended_by) ON substitute TO linli_app;
