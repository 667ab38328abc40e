-- A guardian asks a second guardian, or one of the family, into the household by a link; whoever opens it accepts, and
-- a guardian confirms. Once for one person, and for a week.
CREATE TABLE household_invitation (
  community_id text NOT NULL,
  id text NOT NULL,
  household_id text NOT NULL,
  invited_by text NOT NULL,
  role text NOT NULL CHECK (role IN ('guardian', 'family')),
  created_at bigint NOT NULL,
  expires_at bigint NOT NULL,
  accepted_by text,
  accepted_at bigint,
  ended_at bigint,
  ended_by text CHECK (ended_by IN ('joined', 'withdrawn', 'declined')),
  PRIMARY KEY (community_id, id),
  FOREIGN KEY (community_id, household_id) REFERENCES household (community_id, id),
  FOREIGN KEY (community_id, invited_by) REFERENCES resident (community_id, id),
  CHECK ((accepted_at IS NULL) = (accepted_by IS NULL)),
  CHECK ((ended_at IS NULL) = (ended_by IS NULL))
);
CREATE INDEX household_invitation_out ON household_invitation (community_id, household_id) WHERE ended_at IS NULL;
GRANT SELECT, INSERT ON household_invitation TO linli_app;
GRANT UPDATE (household_id, expires_at, accepted_by, accepted_at, ended_at, ended_by) ON household_invitation TO linli_app;

-- Consent was taken back: the child is in no list any more, and loses its nickname once no session needs it.
ALTER TABLE child ADD COLUMN removed_at bigint;
-- The guardians were last asked then whether the age band still fits.
ALTER TABLE child ADD COLUMN age_band_asked_at bigint;
CREATE INDEX child_to_forget ON child (community_id, removed_at) WHERE removed_at IS NOT NULL AND nickname <> '';
CREATE INDEX child_age_band ON child (community_id, age_band_set_at) WHERE removed_at IS NULL;
