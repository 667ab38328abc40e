-- Entered from the paper roster.
ALTER TABLE place DROP CONSTRAINT place_check_in_method_check;
ALTER TABLE place ADD CONSTRAINT place_check_in_method_check
  CHECK (check_in_method IN ('code', 'manual', 'door', 'paper'));

-- How the check-out came about; planned_end: forgotten, and closed at the end as planned.
ALTER TABLE place ADD COLUMN check_out_method text
  CHECK (check_out_method IN ('code', 'manual', 'planned_end'));
CREATE INDEX place_not_out ON place (community_id, ends_at)
  WHERE slot_kind = 'post' AND checked_in_at IS NOT NULL AND checked_out_at IS NULL AND cancelled_at IS NULL
    AND outcome IS NULL;

-- When a resident last gave the right number: who has no booking may then take a free place without typing it again.
ALTER TABLE check_in_try ADD COLUMN right_at bigint;
