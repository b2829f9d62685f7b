-- Appointments at the windows of the centre. A place of a time is a row that only one open appointment can have:
-- no program can overbook it, however many book at once.

CREATE TABLE appointment (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    person_id  INTEGER NOT NULL REFERENCES person (id),
    community  TEXT    NOT NULL,
    service    TEXT    NOT NULL,
    at_window  TEXT    NOT NULL,
    -- a local ISO day, minutes since its midnight, and the same as instants
    day        TEXT    NOT NULL,
    opens      INTEGER NOT NULL CHECK (opens BETWEEN 0 AND 1439),
    closes     INTEGER NOT NULL CHECK (closes > opens),
    starts_at  INTEGER NOT NULL,
    ends_at    INTEGER NOT NULL CHECK (ends_at > starts_at),
    place      INTEGER NOT NULL,
    places     INTEGER NOT NULL,
    name       TEXT    NOT NULL,
    state      TEXT    NOT NULL DEFAULT 'booked' CHECK (state IN ('booked', 'cancelled', 'over')),
    version    INTEGER NOT NULL DEFAULT 1,
    changed_at INTEGER NOT NULL,
    CHECK (place BETWEEN 1 AND places)
) STRICT;
CREATE UNIQUE INDEX appointment_place ON appointment (community, at_window, starts_at, place) WHERE state <> 'cancelled';
CREATE UNIQUE INDEX appointment_one ON appointment (person_id, service) WHERE state = 'booked';
CREATE INDEX appointment_of_day ON appointment (community, day, opens) WHERE state <> 'cancelled';
CREATE INDEX appointment_age ON appointment (ends_at);
