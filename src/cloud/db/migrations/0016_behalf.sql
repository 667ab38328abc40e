-- Entered by a cadre by name: somebody who has no phone, and so no identity of the platform.
ALTER TABLE resident ADD COLUMN without_phone boolean NOT NULL DEFAULT false;
CREATE INDEX resident_name ON resident (community_id, name);

-- Who came without being registered: a number, no names and no points.
ALTER TABLE session ADD COLUMN walk_ins integer NOT NULL DEFAULT 0 CHECK (walk_ins >= 0);
