-- Mediation and legal aid: confidential matters. What one is about stands in a table of its own, and every statement
-- that reads it names the role that may; the matter itself only says that it exists and how it stands.

CREATE TABLE private_matter (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    -- the conversation that it came from; that one is forgotten, so nothing refers to it
    talk_id     INTEGER NOT NULL UNIQUE,
    person_id   INTEGER NOT NULL REFERENCES person (id),
    community   TEXT    NOT NULL,
    number      TEXT    NOT NULL UNIQUE,
    service     TEXT    NOT NULL CHECK (service IN ('mediation', 'legal_aid')),
    -- who may read it; fixed by the service, whatever a program says
    role        TEXT    NOT NULL CHECK (role = CASE service WHEN 'mediation' THEN 'mediator' ELSE 'legal_adviser' END),
    -- who took it up (a code of the staff list): from then on nobody else of that role reads it
    helper      TEXT    NOT NULL DEFAULT '',
    reached     INTEGER NOT NULL DEFAULT 0 CHECK (reached IN (0, 1)),
    state       TEXT    NOT NULL DEFAULT 'received' CHECK (state IN (
        'received', 'accepted', 'willing', 'meeting', 'missing', 'forwarded',
        'unwilling', 'settled', 'confirmed', 'done', 'ended', 'withdrawn'
    )),
    version     INTEGER NOT NULL DEFAULT 1,
    opened_at   INTEGER NOT NULL,
    accept_by   INTEGER NOT NULL,
    changed_at  INTEGER NOT NULL,
    CHECK ((state IN ('received', 'withdrawn') OR helper <> ''))
) STRICT;
CREATE INDEX private_matter_person ON private_matter (person_id, id);
CREATE INDEX private_matter_waiting ON private_matter (community, role, id)
    WHERE state IN ('received', 'accepted', 'willing', 'meeting', 'missing', 'forwarded');
CREATE INDEX private_matter_age ON private_matter (changed_at);

CREATE TABLE private_matter_content (
    matter_id  INTEGER PRIMARY KEY REFERENCES private_matter (id),
    about      TEXT NOT NULL,
    words      TEXT NOT NULL,
    other_side TEXT NOT NULL,
    willing    TEXT NOT NULL CHECK (willing IN ('', 'yes', 'unknown', 'no')),
    wish       TEXT NOT NULL,
    -- a local ISO day on which a time limit ends
    until_day  TEXT NOT NULL,
    means      TEXT NOT NULL CHECK (means IN ('', 'promise', 'exempt', 'none')),
    reach      TEXT NOT NULL,
    name       TEXT NOT NULL,
    -- how it went on: a day and place to meet, what is missing, how it was agreed on
    meeting    TEXT NOT NULL DEFAULT '',
    agreement  TEXT NOT NULL DEFAULT '' CHECK (agreement IN ('', 'oral', 'written')),
    limit_day  TEXT NOT NULL DEFAULT '',
    later      TEXT NOT NULL DEFAULT ''
) STRICT;

-- What the two sides of a matter say to each other.
CREATE TABLE private_matter_note (
    id        INTEGER PRIMARY KEY AUTOINCREMENT,
    matter_id INTEGER NOT NULL REFERENCES private_matter (id),
    by_helper INTEGER NOT NULL CHECK (by_helper IN (0, 1)),
    words     TEXT    NOT NULL CHECK (words <> ''),
    said_at   INTEGER NOT NULL
) STRICT;
CREATE INDEX private_matter_note_of ON private_matter_note (matter_id, id);

-- A confidential conversation that nobody goes on with is found by its age.
CREATE INDEX talk_private ON talk (changed_at) WHERE script IN ('mediation', 'legal_aid') AND state IN ('open', 'paused');
