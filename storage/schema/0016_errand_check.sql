-- The check of papers that an errand began with, as far as the resident lets those see it who do the errand: the papers that it
-- found needed, and perhaps its photos. The photos themselves stay with their own consent, and go with it.
CREATE TABLE errand_check (
    errand_id    INTEGER PRIMARY KEY REFERENCES errand (id) ON DELETE CASCADE,
    check_id     INTEGER REFERENCES pre_check (id) ON DELETE SET NULL,
    -- codes of papers
    papers       TEXT    NOT NULL,
    shows_photos INTEGER NOT NULL CHECK (shows_photos IN (0, 1))
) STRICT;
CREATE INDEX errand_check_of ON errand_check (check_id) WHERE check_id IS NOT NULL;
