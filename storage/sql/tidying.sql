-- name: forget_old_updates
-- What was settled long ago is removed, a few at a time; a dead letter only when a clerk saw to it long ago.
DELETE FROM inbox WHERE id IN (
    SELECT id FROM inbox WHERE done_at IS NOT NULL AND done_at < :before AND (state <> 'dead' OR NOT EXISTS (
        SELECT 1 FROM task WHERE once = 'dead:' || inbox.id AND (done_at IS NULL OR done_at >= :before)
    )) ORDER BY done_at LIMIT :at_most
)

-- name: forget_old_prompts
-- Buttons that may not be pressed any more.
DELETE FROM prompt WHERE token_hash IN (
    SELECT token_hash FROM prompt WHERE expires_at < :before ORDER BY expires_at LIMIT :at_most
)

-- name: forget_old_presses
-- What buttons brought about of which none may be pressed any more.
DELETE FROM press WHERE (token_hash, position) IN (
    SELECT token_hash, position FROM press WHERE pressed_at < :before ORDER BY pressed_at LIMIT :at_most
)

-- name: forgotten_talks
-- Conversations of which nothing but their being is left (anonymous cases, requests for offers).
SELECT id FROM talk WHERE start = '{}' AND changed_at < :before ORDER BY changed_at LIMIT :at_most

-- name: forget_albums
-- No part of its albums will come any more.
DELETE FROM album WHERE talk_id = :talk_id

-- name: forget_talk_wholly
-- That there was such a conversation.
DELETE FROM talk WHERE id = :talk_id

-- name: messages_from
-- The next messages in the order in which they were written.
SELECT id, chat_id, subject, created_at, state FROM outbox WHERE id > :beyond ORDER BY id LIMIT :at_most

-- name: forget_message
-- A message that has come to its end is removed; what it shows in its chat stays known.
DELETE FROM outbox WHERE id = :id

-- name: forget_shown_secret
-- Nobody edits a receipt: that there was one need not be known.
DELETE FROM shown WHERE chat_id = :chat_id AND subject = :subject

-- name: plans_from
-- The next plans in the order in which they were made.
SELECT id, due_at, state FROM due WHERE id > :beyond ORDER BY id LIMIT :at_most

-- name: forget_plan
-- A plan that has come to its end is removed.
DELETE FROM due WHERE id = :id
