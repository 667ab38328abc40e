-- Who leads one session: does in it what a cadre does on the spot.
ALTER TABLE session ADD COLUMN leader_id text;
CREATE INDEX session_led ON session (community_id, leader_id, ends_at) WHERE leader_id IS NOT NULL;

-- Whoever began the roll call of a session sees its names until two hours after its end.
CREATE TABLE roll_call (
  community_id text NOT NULL,
  session_id text NOT NULL,
  resident_id text NOT NULL,
  began_at bigint NOT NULL,
  PRIMARY KEY (community_id, session_id, resident_id),
  FOREIGN KEY (community_id, session_id) REFERENCES session (community_id, id),
  FOREIGN KEY (community_id, resident_id) REFERENCES resident (community_id, id)
);

CREATE INDEX resident_skill_unconfirmed ON resident_skill (community_id, resident_id) WHERE confirmed_at IS NULL;
CREATE INDEX resident_admin ON resident (community_id, id) WHERE role = 'admin';

-- Of a notice: the role, the skill or the reason it is about.
ALTER TABLE notice ADD COLUMN about text;

-- Two households that were one family: the points go over by movements, and the row stays, empty.
ALTER TABLE household ADD COLUMN merged_into text;
ALTER TABLE points_movement DROP CONSTRAINT points_movement_kind_check;
ALTER TABLE points_movement ADD CONSTRAINT points_movement_kind_check
  CHECK (kind IN ('service', 'booking', 'return', 'correction', 'expiry', 'merge'));

CREATE TABLE team (
  community_id text NOT NULL REFERENCES community (id),
  id text NOT NULL,
  kind text NOT NULL CHECK (kind IN ('workplace', 'party_branch', 'club', 'neighbours')),
  name text NOT NULL,
  created_at bigint NOT NULL,
  -- joined no more from then on; its name stays with what was booked
  ended_at bigint,
  PRIMARY KEY (community_id, id)
);
CREATE UNIQUE INDEX team_name ON team (community_id, name) WHERE ended_at IS NULL;
CREATE INDEX team_standing ON team (community_id, created_at, id) WHERE ended_at IS NULL;
ALTER TABLE resident ADD COLUMN team_id text;
CREATE INDEX resident_team ON resident (community_id, team_id) WHERE team_id IS NOT NULL;
-- The booker's team at that time.
ALTER TABLE booking ADD COLUMN team_id text;
-- The teams a call names as those it is for.
ALTER TABLE recruitment_call ADD COLUMN team_ids text[] NOT NULL DEFAULT '{}';

GRANT SELECT, INSERT, UPDATE, DELETE ON roll_call, team TO linli_app;
REVOKE UPDATE, DELETE ON roll_call FROM linli_app;
REVOKE DELETE ON team FROM linli_app;
