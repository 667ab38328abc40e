-- Left by the resident, so that the community can ring up who waits; digits only, null: none.
ALTER TABLE resident ADD COLUMN phone text CHECK (phone ~ '^[0-9]{7,12}$');
-- The account was deleted then. The row stays, without anything that says whose it was: records and the ledger name it.
ALTER TABLE resident ADD COLUMN left_at bigint;

-- What a household that goes on has asked for goes over to somebody who stays.
GRANT UPDATE (applied_by) ON draw_application TO linli_app;
GRANT DELETE ON session_reminder TO linli_app;
CREATE INDEX booking_booked_by ON booking (community_id, booked_by);
CREATE INDEX platform_message_resident ON platform_message (community_id, resident_id);
CREATE INDEX dispute_raised_by ON dispute (community_id, raised_by);
