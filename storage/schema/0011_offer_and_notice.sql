-- Offers of organisations are asked for, and notices are sent to whoever subscribed to their topic.

-- Organisations have contacts. A CHECK cannot be changed in place, so the table is written anew, without a list
-- of roles: which there are is said in one place, by the program.
CREATE TABLE role_grant_of_any_role (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    person_id  INTEGER NOT NULL REFERENCES person (id),
    community  TEXT    NOT NULL,
    staff_code TEXT    NOT NULL,
    role       TEXT    NOT NULL CHECK (role <> ''),
    granted_at INTEGER NOT NULL,
    revoked_at INTEGER
) STRICT;
INSERT INTO role_grant_of_any_role (id, person_id, community, staff_code, role, granted_at, revoked_at)
SELECT id, person_id, community, staff_code, role, granted_at, revoked_at FROM role_grant;
DROP TABLE role_grant;
ALTER TABLE role_grant_of_any_role RENAME TO role_grant;
CREATE UNIQUE INDEX role_grant_one_person ON role_grant (community, staff_code) WHERE revoked_at IS NULL;
CREATE INDEX role_grant_person ON role_grant (person_id) WHERE revoked_at IS NULL;

-- Somebody asks for an offer. A place of a time is a row that only one open request can have.
CREATE TABLE offer_request (
    id           INTEGER PRIMARY KEY AUTOINCREMENT,
    person_id    INTEGER NOT NULL REFERENCES person (id),
    community    TEXT    NOT NULL,
    offer        TEXT    NOT NULL,
    organisation TEXT    NOT NULL,
    -- a local ISO day, minutes since its midnight, and the same as instants
    day          TEXT    NOT NULL,
    opens        INTEGER NOT NULL CHECK (opens BETWEEN 0 AND 1439),
    closes       INTEGER NOT NULL CHECK (closes > opens),
    starts_at    INTEGER NOT NULL,
    ends_at      INTEGER NOT NULL CHECK (ends_at > starts_at),
    -- 0 of 0: as many as come
    place        INTEGER NOT NULL,
    places       INTEGER NOT NULL,
    at_home      INTEGER NOT NULL CHECK (at_home IN (0, 1)),
    building     TEXT    NOT NULL,
    entrance     TEXT    NOT NULL,
    flat         TEXT    NOT NULL,
    place_words  TEXT    NOT NULL,
    note         TEXT    NOT NULL,
    name         TEXT    NOT NULL,
    -- a code of ours or the contact's own words
    reason       TEXT    NOT NULL DEFAULT '',
    reached      INTEGER NOT NULL DEFAULT 0 CHECK (reached IN (0, 1)),
    state        TEXT    NOT NULL DEFAULT 'requested' CHECK (
        state IN ('requested', 'proposed', 'agreed', 'declined', 'withdrawn', 'done', 'over')
    ),
    version      INTEGER NOT NULL DEFAULT 1,
    changed_at   INTEGER NOT NULL,
    CHECK (place BETWEEN 0 AND places AND (place = 0) = (places = 0))
) STRICT;
CREATE UNIQUE INDEX offer_request_place ON offer_request (community, offer, starts_at, place)
    WHERE place > 0 AND state NOT IN ('declined', 'withdrawn');
CREATE UNIQUE INDEX offer_request_one ON offer_request (person_id, offer)
    WHERE state IN ('requested', 'proposed', 'agreed');
CREATE INDEX offer_request_of_organisation ON offer_request (community, organisation, starts_at)
    WHERE state IN ('requested', 'proposed', 'agreed');
CREATE INDEX offer_request_age ON offer_request (changed_at);

-- Who wants to hear of what. The row is the whole subscription: stopping deletes it.
CREATE TABLE topic_follower (
    community TEXT    NOT NULL,
    topic     TEXT    NOT NULL,
    person_id INTEGER NOT NULL REFERENCES person (id),
    since     INTEGER NOT NULL,
    PRIMARY KEY (community, topic, person_id)
) STRICT;
CREATE INDEX topic_follower_person ON topic_follower (person_id, community, topic);

-- A notice goes out a few people at a time: everybody up to the id `beyond` has been written to.
CREATE TABLE notice (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    talk_id    INTEGER NOT NULL UNIQUE REFERENCES talk (id),
    person_id  INTEGER NOT NULL REFERENCES person (id),
    community  TEXT    NOT NULL,
    staff_code TEXT    NOT NULL,
    topic      TEXT    NOT NULL,
    words      TEXT    NOT NULL,
    photo      TEXT    NOT NULL,
    until_day  TEXT    NOT NULL,
    expires_at INTEGER NOT NULL,
    state      TEXT    NOT NULL DEFAULT 'going_out' CHECK (state IN ('going_out', 'sent', 'taken_back')),
    beyond     INTEGER NOT NULL DEFAULT 0,
    people     INTEGER NOT NULL DEFAULT 0,
    created_at INTEGER NOT NULL
) STRICT;
CREATE INDEX notice_age ON notice (expires_at);
