-- name: person_by_telegram_id
-- The person behind a Telegram account.
SELECT id, telegram_id, name, language, community, state FROM person WHERE telegram_id = :telegram_id

-- name: person_by_id
-- One person.
SELECT id, telegram_id, name, language, community, state FROM person WHERE id = :id

-- name: add_person
-- Somebody writes for the first time.
INSERT INTO person (telegram_id, name, language, community, created_at)
VALUES (:telegram_id, :name, :language, :community, :created_at)

-- name: rename_person
-- People change what they call themselves.
UPDATE person SET name = :name WHERE id = :id

-- name: choose_language
-- The person picked a language.
UPDATE person SET language = :language WHERE id = :id

-- name: choose_community
-- The person belongs to another community from now on.
UPDATE person SET community = :community WHERE id = :id

-- name: mark_person
-- The person stopped the bot, or let it speak again.
UPDATE person SET state = :state WHERE id = :id

-- name: mark_chat_blocked
-- Nothing reaches the person behind this chat until the person writes again.
UPDATE person SET state = 'blocked' WHERE telegram_id = :chat_id
