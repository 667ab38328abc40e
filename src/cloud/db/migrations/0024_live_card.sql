-- Cards in a chat that follow their session (the platform's updatable messages).
CREATE TABLE live_card (
  community_id text NOT NULL,
  -- given by the platform; one serves all cards of a session
  activity_id text NOT NULL,
  session_id text NOT NULL,
  created_at bigint NOT NULL,
  -- from then on the platform does not let it be changed
  expires_at bigint NOT NULL,
  -- what it shows
  state text NOT NULL CHECK (state IN ('open', 'started', 'over')),
  member_count integer NOT NULL,
  room_limit integer NOT NULL,
  pushed_at bigint,
  -- a push is under way or has failed: not tried again before
  next_try_at bigint,
  tries integer NOT NULL DEFAULT 0,
  -- nothing is pushed any more: it has come to its end, or was given up
  ended_at bigint,
  gave_up boolean NOT NULL DEFAULT false,
  PRIMARY KEY (community_id, activity_id),
  FOREIGN KEY (community_id, session_id) REFERENCES session (community_id, id)
);
CREATE UNIQUE INDEX live_card_session ON live_card (community_id, session_id) WHERE ended_at IS NULL;
GRANT SELECT, INSERT, UPDATE ON live_card TO linli_app;
