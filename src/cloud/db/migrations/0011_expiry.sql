-- Credits that run out before this time have been booked out of the balances.
ALTER TABLE community ADD COLUMN points_expired_until bigint NOT NULL DEFAULT 0;
CREATE INDEX points_entry_expiry ON points_entry (community_id, expires_at) WHERE expires_at IS NOT NULL;
