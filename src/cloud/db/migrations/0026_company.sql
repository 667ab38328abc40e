-- Whoever agreed is named to others who hold a place in the same session.
ALTER TABLE resident ADD COLUMN named_to_neighbours boolean NOT NULL DEFAULT false;
