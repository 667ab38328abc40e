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

-- How many messages of a kind somebody has allowed the platform to bring them: each tap on 允许 is good for one.
CREATE TABLE message_accept (
  community_id text NOT NULL,
  resident_id text NOT NULL,
  template text NOT NULL,
  accepted integer NOT NULL CHECK (accepted >= 0),
  updated_at bigint NOT NULL,
  PRIMARY KEY (community_id, resident_id, template),
  FOREIGN KEY (community_id, resident_id) REFERENCES resident (community_id, id)
);

-- Notices that the platform is to bring as well; what it says is composed when it is sent. A row that is found
-- `sending` after its sender has gone becomes `unknown`: it may have arrived, and is never sent again.
CREATE TABLE platform_message (
  community_id text NOT NULL,
  notice_id text NOT NULL,
  resident_id text NOT NULL,
  template text NOT NULL,
  state text NOT NULL CHECK (state IN ('waiting', 'sending', 'sent', 'refused', 'unknown', 'dropped')),
  -- of the platform, where it refused
  errcode integer,
  created_at bigint NOT NULL,
  next_try_at bigint NOT NULL,
  sending_at bigint,
  PRIMARY KEY (community_id, notice_id),
  FOREIGN KEY (community_id, notice_id) REFERENCES notice (community_id, id),
  FOREIGN KEY (community_id, resident_id) REFERENCES resident (community_id, id)
);
CREATE INDEX platform_message_waiting ON platform_message (community_id, created_at, notice_id) WHERE state = 'waiting';
CREATE INDEX platform_message_sending ON platform_message (community_id, sending_at) WHERE state = 'sending';
CREATE INDEX platform_message_age ON platform_message (community_id, created_at);
GRANT SELECT, INSERT, UPDATE, DELETE ON message_accept, platform_message TO linli_app;
