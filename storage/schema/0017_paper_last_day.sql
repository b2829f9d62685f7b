-- Until when papers are good, as far as it was told (a JSON object: paper to ISO day), and of which version of a
-- check a picture was made last (0: none).
ALTER TABLE pre_check ADD COLUMN last_days TEXT NOT NULL DEFAULT '{}';
ALTER TABLE pre_check ADD COLUMN pictured INTEGER NOT NULL DEFAULT 0;
