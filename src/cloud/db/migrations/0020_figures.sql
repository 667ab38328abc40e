-- A card sent or a link copied by a cadre: how often it was opened, never by whom. Bookings that came by it name it.
CREATE TABLE share (
  community_id text NOT NULL,
  id text NOT NULL,
  session_id text NOT NULL,
  shared_by text NOT NULL,
  -- of the chat group it went to, as the cadre calls it
  name text,
  opens integer NOT NULL DEFAULT 0 CHECK (opens >= 0),
  created_at bigint NOT NULL,
  PRIMARY KEY (community_id, id),
  FOREIGN KEY (community_id, session_id) REFERENCES session (community_id, id),
  FOREIGN KEY (community_id, shared_by) REFERENCES resident (community_id, id)
);
CREATE INDEX share_session ON share (community_id, session_id, created_at);

-- When people first heard of it by a share. Null: it was not shared, or somebody had a place before that and must have
-- heard of it as it was published.
ALTER TABLE session ADD COLUMN heard_at bigint;

-- The share it came by; null: none that is known.
ALTER TABLE booking ADD COLUMN share_id text;
CREATE INDEX booking_share ON booking (community_id, share_id) WHERE share_id IS NOT NULL;

-- When the last place was taken for the first time; of before, the last booking of a slot that is full.
ALTER TABLE slot ADD COLUMN full_at bigint;
UPDATE slot SET full_at = (SELECT max(p.created_at) FROM place p WHERE p.community_id = slot.community_id
                           AND p.slot_id = slot.id AND p.cancelled_at IS NULL)
WHERE held >= capacity;

GRANT SELECT, INSERT ON share TO linli_app;
GRANT UPDATE (name, opens) ON share TO linli_app;

-- Residents were told once more that a slot lacks people. Rows are only ever added.
CREATE TABLE second_wave (
  community_id text NOT NULL,
  id text NOT NULL,
  slot_id text NOT NULL,
  sent_by text NOT NULL,
  told integer NOT NULL CHECK (told > 0),
  created_at bigint NOT NULL,
  PRIMARY KEY (community_id, id),
  FOREIGN KEY (community_id, slot_id) REFERENCES slot (community_id, id),
  FOREIGN KEY (community_id, sent_by) REFERENCES resident (community_id, id)
);
CREATE INDEX second_wave_slot ON second_wave (community_id, slot_id, created_at);
GRANT SELECT, INSERT ON second_wave TO linli_app;

-- Who was told of a session lately.
CREATE INDEX notice_told ON notice (community_id, session_id, created_at) WHERE session_id IS NOT NULL;

-- Figures of a year read the places that were decided, and when a household first came.
CREATE INDEX place_decided ON place (community_id, starts_at) INCLUDE (attendee_id, household_id, activity_id, outcome)
  WHERE outcome IS NOT NULL;
CREATE INDEX place_came ON place (community_id, household_id, starts_at) WHERE outcome = 'present';

-- The log, looked through for a person or an act.
CREATE INDEX audit_entry_actor ON audit_entry (community_id, actor_id, created_at);
CREATE INDEX audit_entry_subject ON audit_entry (community_id, subject_id, created_at) WHERE subject_id IS NOT NULL;
CREATE INDEX audit_entry_action ON audit_entry (community_id, action, created_at);
CREATE INDEX resident_staff ON resident (community_id, id) WHERE role <> 'resident';
