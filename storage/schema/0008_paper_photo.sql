-- Photos of papers for the clerks of the window, and whether they may see somebody's list of papers.

-- Without the consent of the person no photo can be stored; taking it back removes them all.
CREATE TABLE photo_consent (
    check_id  INTEGER PRIMARY KEY REFERENCES pre_check (id) ON DELETE CASCADE,
    agreed_at INTEGER NOT NULL
) STRICT;

CREATE TABLE paper_photo (
    id             INTEGER PRIMARY KEY AUTOINCREMENT,
    check_id       INTEGER NOT NULL REFERENCES photo_consent (check_id) ON DELETE CASCADE,
    paper          TEXT    NOT NULL,
    -- the file at Telegram; empty when it is not kept any more
    file_kind      TEXT    NOT NULL CHECK (file_kind IN ('photo', 'document')),
    file_id        TEXT    NOT NULL,
    file_unique_id TEXT    NOT NULL,
    size           INTEGER NOT NULL,
    claimed        TEXT    NOT NULL,
    state          TEXT    NOT NULL DEFAULT 'measuring'
                   CHECK (state IN ('measuring', 'unfit', 'shown', 'replaced', 'unseen', 'fine', 'again', 'wrong_paper')),
    -- what is the matter with it: codes of the measuring, separated by blanks, or the clerk's reason
    codes          TEXT    NOT NULL DEFAULT '',
    -- the member of staff who has said what it is worth
    seen_by        TEXT    NOT NULL DEFAULT '',
    attempts       INTEGER NOT NULL DEFAULT 0,
    not_before     INTEGER NOT NULL,
    sent_at        INTEGER NOT NULL,
    CHECK (state NOT IN ('fine', 'again', 'wrong_paper') OR seen_by <> '')
) STRICT;
CREATE UNIQUE INDEX paper_photo_once ON paper_photo (check_id, paper, file_unique_id) WHERE file_unique_id <> '';
-- The clerks have one photo of a paper at a time before them.
CREATE UNIQUE INDEX paper_photo_one_shown ON paper_photo (check_id, paper) WHERE state = 'shown';
CREATE INDEX paper_photo_of_check ON paper_photo (check_id, id);
CREATE INDEX paper_photo_waiting ON paper_photo (not_before, id) WHERE state = 'measuring';
CREATE INDEX paper_photo_kept ON paper_photo (sent_at) WHERE file_id <> '';

-- Whether the clerks may open the list of a check before the person arrives: asked once, taken back at any time.
CREATE TABLE list_consent (
    check_id   INTEGER PRIMARY KEY REFERENCES pre_check (id) ON DELETE CASCADE,
    agreed     INTEGER NOT NULL CHECK (agreed IN (0, 1)),
    decided_at INTEGER NOT NULL
) STRICT;
