-- Asked for by a resident: told once shortly before a slot opens to them, and gone then. The time is the slot's own,
-- so that it follows when the slot's openings are moved.
CREATE TABLE reminder (
  community_id text NOT NULL,
  resident_id text NOT NULL,
  slot_id text NOT NULL,
  opening text NOT NULL CHECK (opening IN ('window', 'general', 'newcomers_over')),
  created_at bigint NOT NULL,
  PRIMARY KEY (community_id, resident_id, slot_id),
  FOREIGN KEY (community_id, resident_id) REFERENCES resident (community_id, id),
  FOREIGN KEY (community_id, slot_id) REFERENCES slot (community_id, id)
);
CREATE INDEX reminder_slot ON reminder (community_id, slot_id);

GRANT SELECT, INSERT, UPDATE, DELETE ON reminder TO linli_app;

-- A cadre has told the person by other means.
ALTER TABLE notice ADD COLUMN told_at bigint;
CREATE INDEX notice_of_session ON notice (community_id, session_id) WHERE read_at IS NULL AND told_at IS NULL;

-- Who published the draw has been asked for the number it waits for.
ALTER TABLE draw ADD COLUMN number_asked_at bigint;
GRANT UPDATE (number_asked_at) ON draw TO linli_app;
CREATE INDEX draw_application_household ON draw_application (community_id, household_id) WHERE withdrawn_at IS NULL;
