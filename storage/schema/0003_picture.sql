-- One more kind of message: a picture that is drawn when it is sent. A CHECK cannot be changed in
-- place, so the table is written anew; numbers go on where they were.
CREATE TABLE outbox_with_pictures (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    once        TEXT    NOT NULL UNIQUE,
    chat_id     INTEGER NOT NULL,
    kind        TEXT    NOT NULL
                CHECK (kind IN ('say', 'answer_press', 'album', 'place', 'reaction', 'delete', 'picture')),
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
INSERT INTO outbox_with_pictures (
    id, once, chat_id, kind, content, subject, haste, policy, audience, state, not_before, expires_at,
    attempts, ambiguous, epoch, message_id, last_error, inbox_id, created_at, sent_at
)
SELECT
    id, once, chat_id, kind, content, subject, haste, policy, audience, state, not_before, expires_at,
    attempts, ambiguous, epoch, message_id, last_error, inbox_id, created_at, sent_at
FROM outbox;
DELETE FROM sqlite_sequence WHERE name = 'outbox_with_pictures';
INSERT INTO sqlite_sequence (name, seq)
SELECT 'outbox_with_pictures', seq FROM sqlite_sequence WHERE name = 'outbox';
DROP TABLE outbox;
ALTER TABLE outbox_with_pictures RENAME TO outbox;
CREATE INDEX outbox_waiting ON outbox (haste, id) WHERE state = 'pending';
CREATE INDEX outbox_of_chat ON outbox (chat_id, subject, id) WHERE state IN ('pending', 'sending', 'parked');
CREATE INDEX outbox_sending ON outbox (epoch) WHERE state = 'sending';
