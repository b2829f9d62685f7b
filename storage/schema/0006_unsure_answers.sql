-- Which questions somebody could not answer: a JSON list; the window is asked before the trip.
ALTER TABLE pre_check ADD COLUMN unsure TEXT NOT NULL DEFAULT '[]';
