-- A session may be cancelled, or changed after it was published.
ALTER TABLE session
  -- grows with every change, so that two cadres do not overwrite each other
  ADD COLUMN version integer NOT NULL DEFAULT 1,
  ADD COLUMN cancel_cause text,
  ADD COLUMN cancel_note text,
  -- its time was last changed then: who booked before may give back for free until the start
  ADD COLUMN moved_at bigint,
  ADD CHECK (cancel_cause IS NULL OR cancelled_at IS NOT NULL);

-- How many window places a cadre kept beyond the window's share when the slot shrank.
ALTER TABLE slot ADD COLUMN window_kept integer NOT NULL DEFAULT 0
  CHECK (window_kept >= 0 AND window_kept <= capacity);

-- The order of booking: ids are random, and a batch is booked in one millisecond. Rows are added under the slot's
-- lock and never changed, so that their order in a slot is that of the sequence; rows of before are numbered in the
-- order in which they were written.
ALTER TABLE booking ADD COLUMN turn bigint GENERATED ALWAYS AS IDENTITY;

-- Ended by the community: by a cancelled session, or a slot that shrank.
ALTER TABLE place ADD COLUMN ended_by_community boolean NOT NULL DEFAULT false;

ALTER TABLE waitlist_entry DROP CONSTRAINT waitlist_entry_ended_by_check;
ALTER TABLE waitlist_entry ADD CONSTRAINT waitlist_entry_ended_by_check
  CHECK (ended_by IN ('booked', 'left', 'lapsed', 'cancelled'));
ALTER TABLE waitlist_offer DROP CONSTRAINT waitlist_offer_ended_by_check;
ALTER TABLE waitlist_offer ADD CONSTRAINT waitlist_offer_ended_by_check
  CHECK (ended_by IN ('accepted', 'lapsed', 'left', 'cancelled'));

-- What a notice tells to have changed: was and is.
ALTER TABLE notice ADD COLUMN change jsonb;
