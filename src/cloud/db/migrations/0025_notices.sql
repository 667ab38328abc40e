-- That somebody was reminded of a session they have booked: once for each of its reminders, however often the tick
-- runs. The start belongs to it, so that a session that is moved is reminded of anew.
CREATE TABLE session_reminder (
  community_id text NOT NULL,
  session_id text NOT NULL,
  resident_id text NOT NULL,
  starts_at bigint NOT NULL,
  reminder text NOT NULL CHECK (reminder IN ('evening_before', 'two_hours')),
  PRIMARY KEY (community_id, session_id, resident_id, starts_at, reminder),
  FOREIGN KEY (community_id, session_id) REFERENCES session (community_id, id),
  FOREIGN KEY (community_id, resident_id) REFERENCES resident (community_id, id)
);
GRANT SELECT, INSERT ON session_reminder TO linli_app;
