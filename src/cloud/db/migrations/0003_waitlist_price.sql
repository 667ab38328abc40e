-- An offer of places that came free of the priority window is taken up against points.
ALTER TABLE waitlist_offer ADD COLUMN price integer CHECK (price > 0);
