-- Tickets of the day for those who are at the centre. A number is given once, one person is called at a time,
-- and nobody waits twice: the database sees to it.

CREATE TABLE ticket (
    id        INTEGER PRIMARY KEY AUTOINCREMENT,
    person_id INTEGER NOT NULL REFERENCES person (id),
    community TEXT    NOT NULL,
    at_window TEXT    NOT NULL,
    -- a local ISO day
    day       TEXT    NOT NULL,
    number    INTEGER NOT NULL CHECK (number > 0),
    service   TEXT    NOT NULL,
    name      TEXT    NOT NULL,
    state     TEXT    NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'called', 'finished', 'absent', 'left')),
    taken_at  INTEGER NOT NULL,
    called_at INTEGER,
    ended_at  INTEGER,
    UNIQUE (community, at_window, day, number),
    CHECK (state NOT IN ('called', 'finished', 'absent') OR called_at IS NOT NULL)
) STRICT;
CREATE UNIQUE INDEX ticket_one_called ON ticket (community, at_window, day) WHERE state = 'called';
CREATE UNIQUE INDEX ticket_one_each ON ticket (person_id, at_window, day) WHERE state IN ('waiting', 'called');
CREATE INDEX ticket_open ON ticket (community, day, at_window, number) WHERE state IN ('waiting', 'called');
CREATE INDEX ticket_served ON ticket (community, ended_at) WHERE state = 'finished';
CREATE INDEX ticket_age ON ticket (taken_at);
