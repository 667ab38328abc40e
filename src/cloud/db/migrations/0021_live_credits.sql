-- What a household can pay is read from the credits that have not run out, not from its whole past.
CREATE INDEX points_entry_live ON points_entry (community_id, account_id, expires_at) WHERE expires_at IS NOT NULL;
