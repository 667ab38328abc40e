-- Where it is, for who looks for something close by; null: of the whole community.
ALTER TABLE session ADD COLUMN grid_id text;
ALTER TABLE session ADD FOREIGN KEY (community_id, grid_id) REFERENCES grid (community_id, id);
