-- Set by the resident: the number of a volunteer register, shown to nobody else; and whether honours name them.
ALTER TABLE resident ADD COLUMN volunteer_number text CHECK (length(volunteer_number) BETWEEN 6 AND 20);
ALTER TABLE resident ADD COLUMN named_in_honours boolean NOT NULL DEFAULT false;

-- What a cadre thought of a service, as a code.
CREATE TABLE service_evaluation (
  community_id text NOT NULL,
  record_id text NOT NULL,
  evaluation text NOT NULL CHECK (evaluation IN ('excellent', 'good', 'sound')),
  evaluated_by text NOT NULL,
  evaluated_at bigint NOT NULL,
  PRIMARY KEY (community_id, record_id),
  FOREIGN KEY (community_id, record_id) REFERENCES service_record (community_id, id)
);

-- What a presence is worth after all corrections; one that is worth nothing any more was none.
CREATE VIEW service_served AS
  SELECT * FROM (
    SELECT r.community_id, r.id, r.resident_id, r.session_id, r.slot_id, r.confirmed_by, r.starts_at,
           r.minutes + coalesce((SELECT sum(c.minutes) FROM service_correction c
                                 WHERE c.community_id = r.community_id AND c.record_id = r.id), 0)::int AS minutes,
           r.points + coalesce((SELECT sum(c.points) FROM service_correction c
                                WHERE c.community_id = r.community_id AND c.record_id = r.id), 0)::int AS points
    FROM service_record r
  ) net
  WHERE net.minutes > 0;

-- Honours read a community's year from the index alone.
CREATE INDEX service_record_time ON service_record (community_id, starts_at) INCLUDE (resident_id, id, minutes);

-- Files made for somebody that lie in the platform's storage until their link is over.
CREATE TABLE stored_file (
  community_id text NOT NULL,
  file_id text NOT NULL,
  expires_at bigint NOT NULL,
  PRIMARY KEY (community_id, file_id)
);
CREATE INDEX stored_file_expiry ON stored_file (community_id, expires_at);

GRANT SELECT, INSERT, UPDATE, DELETE ON service_evaluation, stored_file TO linli_app;
GRANT SELECT ON service_served TO linli_app;
