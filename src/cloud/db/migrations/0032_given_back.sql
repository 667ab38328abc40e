-- A place given back in time of a slot that was full, until it is known whether another household took it up: then who
-- gave it back is told, once. Gone when the session begins. Which place took it up is kept, so that it counts for one.
CREATE TABLE given_back (
  community_id text NOT NULL,
  booking_id text NOT NULL,
  attendee_id text NOT NULL,
  slot_id text NOT NULL,
  session_id text NOT NULL,
  household_id text NOT NULL,
  -- who gave it back, and is told
  resident_id text NOT NULL,
  cancelled_at bigint NOT NULL,
  taken_booking_id text,
  taken_attendee_id text,
  PRIMARY KEY (community_id, booking_id, attendee_id),
  CHECK ((taken_booking_id IS NULL) = (taken_attendee_id IS NULL)),
  FOREIGN KEY (community_id, booking_id, attendee_id) REFERENCES place (community_id, booking_id, attendee_id),
  FOREIGN KEY (community_id, resident_id) REFERENCES resident (community_id, id)
);
CREATE INDEX given_back_slot ON given_back (community_id, slot_id, cancelled_at);
CREATE INDEX given_back_session ON given_back (community_id, session_id);
CREATE INDEX given_back_resident ON given_back (community_id, resident_id);
GRANT SELECT, INSERT, DELETE ON given_back TO linli_app;
GRANT UPDATE (taken_booking_id, taken_attendee_id) ON given_back TO linli_app;
