-- name: open_talk
-- The conversation that a chat is in now.
SELECT id, person_id, chat_id, script, start, answers, version, page, state, opened_at, changed_at
FROM talk WHERE chat_id = :chat_id AND state = 'open'

-- name: talk_by_id
-- One conversation.
SELECT id, person_id, chat_id, script, start, answers, version, page, state, opened_at, changed_at
FROM talk WHERE id = :id

-- name: paused_talk
-- The conversation that waits behind the present one.
SELECT id, person_id, chat_id, script, start, answers, version, page, state, opened_at, changed_at
FROM talk WHERE chat_id = :chat_id AND state = 'paused' ORDER BY changed_at DESC, id DESC LIMIT 1

-- name: add_talk
-- A conversation begins.
INSERT INTO talk (person_id, chat_id, script, start, answers, version, state, opened_at, changed_at)
VALUES (:person_id, :chat_id, :script, :start, :answers, 1, 'open', :now, :now)

-- name: save_talk
-- The answers so far; the version keeps two steps from the same standing apart.
UPDATE talk SET answers = :answers, page = :page, version = version + 1, changed_at = :now
WHERE id = :id AND version = :version

-- name: set_talk_state
-- A conversation is paused, resumed or over.
UPDATE talk SET state = :state, version = version + 1, changed_at = :now WHERE id = :id

-- name: forget_talk
-- What was said in a conversation is forgotten (anonymous reports, requests for offers, errands).
UPDATE talk SET answers = '[]', start = '{}' WHERE id = :id

-- name: album_owner
-- The report to which the parts of an album belong.
SELECT talk_id, case_id FROM album WHERE chat_id = :chat_id AND album = :album

-- name: add_album
-- The first part of an album came.
INSERT INTO album (chat_id, album, talk_id) VALUES (:chat_id, :album, :talk_id)
ON CONFLICT (chat_id, album) DO NOTHING

-- name: give_albums_to_case
-- Late parts of a sent report's albums belong to its case.
UPDATE album SET case_id = :case_id WHERE talk_id = :talk_id

-- name: forget_raw_updates
-- The raw messages of an anonymous report are emptied; that they came stays known.
-- Whatever was done before the conversation had come before it: nothing older need be looked at.
UPDATE inbox SET raw = x'' WHERE lane = :lane AND received_at >= :since AND id <= :last AND id > coalesce((
    SELECT id FROM inbox WHERE done_at IS NOT NULL AND done_at < :since ORDER BY done_at DESC LIMIT 1
), 0)

-- name: forget_buttons
-- What the buttons in the conversation of an anonymous report meant is forgotten.
-- They expire later than any button from before the conversation.
DELETE FROM prompt WHERE expires_at >= :since AND chat_id = :chat_id AND subject = :subject

-- name: forget_raw_update
-- One raw message is emptied; that it came stays known.
UPDATE inbox SET raw = x'' WHERE id = :id
