-- What somebody has of the papers for a service, and what may be remembered of a person for the next one.

CREATE TABLE pre_check (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    talk_id    INTEGER NOT NULL UNIQUE REFERENCES talk (id),
    person_id  INTEGER NOT NULL REFERENCES person (id),
    community  TEXT    NOT NULL,
    service    TEXT    NOT NULL,
    -- JSON objects: question to 0 or 1, paper to how it is held
    answers    TEXT    NOT NULL,
    held       TEXT    NOT NULL,
    version    INTEGER NOT NULL,
    -- the ISO day on which the person wants to go, or empty
    going_on   TEXT    NOT NULL DEFAULT '',
    quiet      INTEGER NOT NULL DEFAULT 0 CHECK (quiet IN (0, 1)),
    reminded   INTEGER NOT NULL DEFAULT 0,
    changed_at INTEGER NOT NULL
) STRICT;
CREATE INDEX pre_check_age ON pre_check (changed_at);

-- Whether answers may be kept for the next service: asked once, taken back at any time.
CREATE TABLE person_consent (
    person_id INTEGER PRIMARY KEY REFERENCES person (id),
    agreed    INTEGER NOT NULL CHECK (agreed IN (0, 1)),
    decided_at INTEGER NOT NULL
) STRICT;

-- Without the consent of the same person no fact can be stored; taking it back removes them all.
CREATE TABLE person_fact (
    person_id INTEGER NOT NULL REFERENCES person_consent (person_id) ON DELETE CASCADE,
    question  TEXT    NOT NULL,
    answer    INTEGER NOT NULL CHECK (answer IN (0, 1)),
    told_at   INTEGER NOT NULL,
    PRIMARY KEY (person_id, question)
) STRICT;
