-- What a team did in a year is read from its own bookings, whatever else a community has.
CREATE INDEX booking_team ON booking (community_id, team_id, id) WHERE team_id IS NOT NULL;

-- A post may be kept for the teams its call names until then; null: it is for all.
ALTER TABLE slot ADD COLUMN teams_until bigint;
ALTER TABLE slot ADD COLUMN team_ids text[] NOT NULL DEFAULT '{}';
