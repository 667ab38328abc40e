-- What a team did in a year is read from its own bookings, whatever else a community has.
CREATE INDEX booking_team ON booking (community_id, team_id, id) WHERE team_id IS NOT NULL;
