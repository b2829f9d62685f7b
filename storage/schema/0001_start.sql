-- The first schema: what was received, who people are, where talks stand, what cases are, what is to be said and when.
-- Instants are microseconds since 1970 UTC. Every effect has a natural key with a UNIQUE constraint.

CREATE TABLE meta (
    name  TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT;

-- Raw updates, stored before they are acknowledged to Telegram.
CREATE TABLE inbox (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    bot_id      INTEGER NOT NULL,
    update_id   INTEGER NOT NULL,
    lane        TEXT    NOT NULL,
    kind        TEXT    NOT NULL,
    raw         BLOB    NOT NULL,
    received_at INTEGER NOT NULL,
    state       TEXT    NOT NULL DEFAULT 'new'
                CHECK (state IN ('new', 'doing', 'retry', 'done', 'ignored', 'throttled', 'dead')),
    attempts    INTEGER NOT NULL DEFAULT 0,
    not_before  INTEGER NOT NULL DEFAULT 0,
    epoch       INTEGER NOT NULL DEFAULT 0,
    error       TEXT    NOT NULL DEFAULT '',
    done_at     INTEGER,
    UNIQUE (bot_id, update_id)
) STRICT;
CREATE INDEX inbox_work ON inbox (lane, id) WHERE state IN ('new', 'retry', 'doing');
CREATE UNIQUE INDEX inbox_one_per_lane ON inbox (lane) WHERE state = 'doing';
CREATE INDEX inbox_done ON inbox (done_at) WHERE done_at IS NOT NULL;
CREATE INDEX inbox_retry ON inbox (not_before) WHERE state = 'retry';

-- The data of the communities, one row for each thing (see bot/community_items.py).
CREATE TABLE community_item (
    community TEXT    NOT NULL,
    kind      TEXT    NOT NULL,
    code      TEXT    NOT NULL,
    position  INTEGER NOT NULL,
    content   TEXT    NOT NULL,
    PRIMARY KEY (community, kind, code)
) STRICT;

CREATE TABLE person (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    telegram_id INTEGER NOT NULL UNIQUE,
    name        TEXT    NOT NULL,
    language    TEXT    NOT NULL,
    community   TEXT    NOT NULL,
    state       TEXT    NOT NULL DEFAULT 'active' CHECK (state IN ('active', 'blocked')),
    created_at  INTEGER NOT NULL
) STRICT;

-- Who is trusted with what; `staff_code` is the row of staff.csv, one person each at a time.
CREATE TABLE role_grant (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    person_id  INTEGER NOT NULL REFERENCES person (id),
    community  TEXT    NOT NULL,
    staff_code TEXT    NOT NULL,
    role       TEXT    NOT NULL CHECK (role IN ('grid_worker', 'clerk')),
    granted_at INTEGER NOT NULL,
    revoked_at INTEGER
) STRICT;
CREATE UNIQUE INDEX role_grant_one_person ON role_grant (community, staff_code) WHERE revoked_at IS NULL;
CREATE INDEX role_grant_person ON role_grant (person_id) WHERE revoked_at IS NULL;

-- Deep links for staff: single use, bound to a row of staff.csv, kept as a hash only.
CREATE TABLE invitation (
    code_hash  BLOB    PRIMARY KEY,
    community  TEXT    NOT NULL,
    staff_code TEXT    NOT NULL,
    created_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    used_by    INTEGER REFERENCES person (id),
    used_at    INTEGER,
    CHECK ((used_by IS NULL) = (used_at IS NULL))
) STRICT;

CREATE TABLE absence (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    community  TEXT    NOT NULL,
    staff_code TEXT    NOT NULL,
    from_at    INTEGER NOT NULL,
    until_at   INTEGER NOT NULL CHECK (until_at > from_at)
) STRICT;
CREATE INDEX absence_of ON absence (community, staff_code, until_at);

-- A talk is its answers by name, in the order in which they were given: a JSON list of [name, value].
CREATE TABLE talk (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    person_id  INTEGER NOT NULL REFERENCES person (id),
    chat_id    INTEGER NOT NULL,
    script     TEXT    NOT NULL,
    start      TEXT    NOT NULL,
    answers    TEXT    NOT NULL,
    version    INTEGER NOT NULL,
    page       INTEGER NOT NULL DEFAULT 0,
    state      TEXT    NOT NULL CHECK (state IN ('open', 'paused', 'done', 'cancelled')),
    opened_at  INTEGER NOT NULL,
    changed_at INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX talk_one_open ON talk (chat_id) WHERE state = 'open';
-- Of a conversation that led to an anonymous case everything else is empty.
CREATE INDEX talk_forgotten ON talk (changed_at) WHERE start = '{}';
CREATE INDEX talk_waiting ON talk (chat_id, changed_at) WHERE state = 'paused';

-- The buttons of one message: callback_data is a random token and the index of the button in `actions`.
CREATE TABLE prompt (
    token_hash BLOB    PRIMARY KEY,
    person_id  INTEGER NOT NULL REFERENCES person (id),
    chat_id    INTEGER NOT NULL,
    subject    TEXT    NOT NULL,
    actions    TEXT    NOT NULL,
    created_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL
) STRICT;
CREATE INDEX prompt_expiry ON prompt (expires_at);

-- What a press brought about; the same press again gets the same answer.
CREATE TABLE press (
    token_hash BLOB    NOT NULL,
    position   INTEGER NOT NULL,
    result     TEXT    NOT NULL,
    pressed_at INTEGER NOT NULL,
    PRIMARY KEY (token_hash, position)
) STRICT;
CREATE INDEX press_age ON press (pressed_at);

CREATE TABLE report_case (
    id            INTEGER PRIMARY KEY AUTOINCREMENT,
    number        TEXT    NOT NULL UNIQUE,
    community     TEXT    NOT NULL,
    talk_id       INTEGER UNIQUE REFERENCES talk (id),
    reporter_id   INTEGER REFERENCES person (id),
    anonymous     INTEGER NOT NULL CHECK (anonymous IN (0, 1)),
    on_behalf_of  TEXT    NOT NULL,
    category      TEXT    NOT NULL,
    urgency       TEXT    NOT NULL CHECK (urgency IN ('low', 'normal', 'urgent', 'emergency')),
    words         TEXT    NOT NULL,
    extra         TEXT    NOT NULL,
    estate        TEXT    NOT NULL,
    building      TEXT    NOT NULL,
    entrance      TEXT    NOT NULL,
    flat          TEXT    NOT NULL,
    place_words   TEXT    NOT NULL,
    latitude      REAL,
    longitude     REAL,
    grid          TEXT    NOT NULL,
    state         TEXT    NOT NULL,
    version       INTEGER NOT NULL,
    assignee      TEXT    NOT NULL,
    assignee_role TEXT    NOT NULL,
    route_reason  TEXT    NOT NULL,
    opened_at     INTEGER NOT NULL,
    changed_at    INTEGER NOT NULL,
    acknowledge_by INTEGER NOT NULL,
    on_site_by    INTEGER NOT NULL,
    resolve_by    INTEGER NOT NULL,
    closed_at     INTEGER,
    query_hash    BLOB    UNIQUE,
    CHECK (anonymous = 0 OR reporter_id IS NULL),
    CHECK (anonymous = 0 OR talk_id IS NULL)
) STRICT;
CREATE INDEX report_case_of_reporter ON report_case (reporter_id, id);
CREATE INDEX report_case_of_assignee ON report_case (community, assignee, id) WHERE closed_at IS NULL;
CREATE INDEX report_case_near ON report_case (community, category, opened_at) WHERE closed_at IS NULL;
CREATE INDEX report_case_at ON report_case (community, category, building, opened_at) WHERE closed_at IS NULL;

-- Which report the parts of an album belong to; never to an anonymous case, which no chat may be tied to.
CREATE TABLE album (
    chat_id INTEGER NOT NULL,
    album   TEXT    NOT NULL,
    talk_id INTEGER NOT NULL REFERENCES talk (id),
    case_id INTEGER REFERENCES report_case (id),
    PRIMARY KEY (chat_id, album)
) STRICT;
CREATE INDEX album_of_talk ON album (talk_id);

CREATE TABLE case_number (
    community TEXT    NOT NULL,
    day       TEXT    NOT NULL,
    last      INTEGER NOT NULL,
    PRIMARY KEY (community, day)
) STRICT;

CREATE TABLE case_file (
    id             INTEGER PRIMARY KEY AUTOINCREMENT,
    case_id        INTEGER NOT NULL REFERENCES report_case (id),
    kind           TEXT    NOT NULL CHECK (kind IN ('photo', 'video', 'voice', 'document')),
    file_id        TEXT    NOT NULL,
    file_unique_id TEXT    NOT NULL,
    size           INTEGER NOT NULL,
    stage          TEXT    NOT NULL CHECK (stage IN ('report', 'added', 'solved')),
    added_at       INTEGER NOT NULL,
    UNIQUE (case_id, file_unique_id)
) STRICT;

-- Everybody who is told about a case and is not its reporter.
CREATE TABLE case_follower (
    case_id   INTEGER NOT NULL REFERENCES report_case (id),
    person_id INTEGER NOT NULL REFERENCES person (id),
    since     INTEGER NOT NULL,
    PRIMARY KEY (case_id, person_id)
) STRICT;
CREATE INDEX case_follower_person ON case_follower (person_id, case_id);

-- The life of a case, told to both sides: questions, answers, notes, moves.
CREATE TABLE case_entry (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    case_id    INTEGER NOT NULL REFERENCES report_case (id),
    version    INTEGER NOT NULL,
    at         INTEGER NOT NULL,
    by_staff   TEXT    NOT NULL,
    move       TEXT    NOT NULL,
    words      TEXT    NOT NULL,
    UNIQUE (case_id, version)
) STRICT;

CREATE TABLE audit (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    at         INTEGER NOT NULL,
    person_id  INTEGER,
    action     TEXT    NOT NULL,
    subject    TEXT    NOT NULL,
    detail     TEXT    NOT NULL
) STRICT;
CREATE INDEX audit_subject ON audit (subject, id);
CREATE TRIGGER audit_is_not_changed BEFORE UPDATE ON audit
BEGIN SELECT RAISE(ABORT, 'audit rows are never changed'); END;
CREATE TRIGGER audit_is_not_deleted BEFORE DELETE ON audit
BEGIN SELECT RAISE(ABORT, 'audit rows are never deleted'); END;

-- Matters that a person must look at: dead letters, unsent drafts, messages that cannot be delivered.
CREATE TABLE task (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    once       TEXT    NOT NULL UNIQUE,
    community  TEXT    NOT NULL,
    kind       TEXT    NOT NULL,
    subject    TEXT    NOT NULL,
    detail     TEXT    NOT NULL,
    created_at INTEGER NOT NULL,
    done_at    INTEGER,
    done_by    INTEGER REFERENCES person (id)
) STRICT;
CREATE INDEX task_open ON task (community, id) WHERE done_at IS NULL;
CREATE INDEX task_about ON task (subject, kind) WHERE done_at IS NULL;

-- Messages to be sent: key and parameters, rendered when sent. `once` is the natural key of the effect.
CREATE TABLE outbox (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    once        TEXT    NOT NULL UNIQUE,
    chat_id     INTEGER NOT NULL,
    kind        TEXT    NOT NULL CHECK (kind IN ('say', 'answer_press', 'album', 'place', 'reaction', 'delete')),
    content     TEXT    NOT NULL,
    subject     TEXT    NOT NULL DEFAULT '',
    haste       INTEGER NOT NULL,
    policy      TEXT    NOT NULL CHECK (policy IN ('at_least_once', 'at_most_once', 'idempotent')),
    audience    TEXT    NOT NULL,
    state       TEXT    NOT NULL DEFAULT 'pending'
                CHECK (state IN ('pending', 'sending', 'sent', 'parked', 'suppressed', 'superseded', 'expired', 'dead')),
    not_before  INTEGER NOT NULL DEFAULT 0,
    expires_at  INTEGER,
    attempts    INTEGER NOT NULL DEFAULT 0,
    ambiguous   INTEGER NOT NULL DEFAULT 0,
    epoch       INTEGER NOT NULL DEFAULT 0,
    message_id  INTEGER,
    last_error  TEXT    NOT NULL DEFAULT '',
    inbox_id    INTEGER,
    created_at  INTEGER NOT NULL,
    sent_at     INTEGER
) STRICT;
CREATE INDEX outbox_waiting ON outbox (haste, id) WHERE state = 'pending';
CREATE INDEX outbox_of_chat ON outbox (chat_id, subject, id) WHERE state IN ('pending', 'sending', 'parked');
CREATE INDEX outbox_sending ON outbox (epoch) WHERE state = 'sending';

-- Which message shows a subject in a chat now: the one that is edited in place.
CREATE TABLE shown (
    chat_id    INTEGER NOT NULL,
    subject    TEXT    NOT NULL,
    message_id INTEGER NOT NULL,
    has_photo  INTEGER NOT NULL,
    -- 1 when a newer message about the subject may be there, because an answer of Telegram's got
    -- lost; message_id is 0 when no other one is known
    doubted    INTEGER NOT NULL DEFAULT 0 CHECK (doubted IN (0, 1)),
    PRIMARY KEY (chat_id, subject)
) STRICT;

CREATE TABLE chat_gate (
    chat_id    INTEGER PRIMARY KEY,
    hold_until INTEGER NOT NULL DEFAULT 0,
    reason     TEXT    NOT NULL DEFAULT '',
    moved_to   INTEGER
) STRICT;
CREATE INDEX chat_gate_held ON chat_gate (hold_until);

-- Everything that happens because time passes.
CREATE TABLE due (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    kind        TEXT    NOT NULL,
    subject     TEXT    NOT NULL,
    occurrence  INTEGER NOT NULL DEFAULT 0,
    due_at      INTEGER NOT NULL,
    late_policy TEXT    NOT NULL CHECK (late_policy IN ('always', 'if_useful', 'newest')),
    valid_until INTEGER,
    state       TEXT    NOT NULL DEFAULT 'scheduled' CHECK (state IN ('scheduled', 'fired', 'cancelled', 'expired')),
    fired_at    INTEGER,
    UNIQUE (kind, subject, occurrence)
) STRICT;
CREATE INDEX due_next ON due (due_at) WHERE state = 'scheduled';
