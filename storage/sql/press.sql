-- name: press_result
-- What a press brought about the first time.
SELECT result FROM press WHERE token_hash = :token_hash AND position = :position

-- name: add_press
-- A press had its effect.
INSERT INTO press (token_hash, position, result, pressed_at)
VALUES (:token_hash, :position, :result, :now)
ON CONFLICT (token_hash, position) DO NOTHING

-- name: prompt_by_token
-- The buttons behind a token.
SELECT person_id, chat_id, subject, actions, expires_at FROM prompt WHERE token_hash = :token_hash

-- name: press_shows_subject
-- A press proves which message somebody looks at: a later copy than the known one shows the subject from now on.
INSERT INTO shown (chat_id, subject, message_id, has_photo) VALUES (:chat_id, :subject, :message_id, 0)
ON CONFLICT (chat_id, subject) DO UPDATE
SET message_id = excluded.message_id WHERE message_id < excluded.message_id
