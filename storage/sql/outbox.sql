-- name: add_message
-- Something is to be said; the same effect again changes nothing.
INSERT INTO outbox (once, chat_id, kind, content, subject, haste, policy, audience, not_before, expires_at, inbox_id, created_at)
VALUES (:once, :chat_id, :kind, :content, :subject, :haste, :policy, :audience, :not_before, :expires_at, :inbox_id, :now)
ON CONFLICT (once) DO NOTHING

-- name: supersede_messages
-- A newer state of the same subject replaces what has not left yet.
UPDATE outbox SET state = 'superseded'
WHERE state IN ('pending', 'sending', 'parked') AND state <> 'sending'
    AND chat_id = :chat_id AND subject = :subject AND kind = 'say' AND id < :id
RETURNING json_extract(content, '$.placement')

-- name: place_below
-- What replaces news that has not left is news as well.
UPDATE outbox SET content = json_set(content, '$.placement', 'below') WHERE id = :id

-- name: supersede_overtaken
-- What could not be sent is not needed any more when a newer state of its subject waits already.
UPDATE outbox SET state = 'superseded'
WHERE id = :id AND state = 'pending' AND subject <> '' AND EXISTS (
    SELECT 1 FROM outbox AS newer
    WHERE newer.state IN ('pending', 'sending', 'parked') AND newer.chat_id = outbox.chat_id
        AND newer.subject = outbox.subject AND newer.kind = 'say' AND newer.id > outbox.id
)

-- name: add_prompt
-- The buttons of a message, behind a token of which only the hash is kept.
INSERT INTO prompt (token_hash, person_id, chat_id, subject, actions, created_at, expires_at)
SELECT :token_hash, id, :chat_id, :subject, :actions, :now, :expires_at FROM person WHERE telegram_id = :chat_id

-- name: waiting_messages
-- What may be sent now to chats that are free, the most pressing class first.
SELECT id, chat_id, kind, content, subject, haste, policy, audience, expires_at, attempts
FROM outbox WHERE state = 'pending' AND not_before <= :now AND chat_id NOT IN (SELECT value FROM json_each(:busy))
    AND (haste = 0 OR chat_id NOT IN (SELECT value FROM json_each(:slow)))
ORDER BY haste, id LIMIT :at_most

-- name: claim_message
-- A message is on its way; the attempt is on disk before the request leaves.
UPDATE outbox SET state = 'sending', attempts = attempts + 1, epoch = :epoch WHERE id = :id AND state = 'pending'

-- name: mark_message
-- What became of a message; only the attempt that it belongs to may say so.
-- What nobody may be tied to is forgotten as soon as it has arrived.
UPDATE outbox SET content = CASE WHEN :state = 'sent' AND audience = 'secret' THEN '{}' ELSE content END,
    state = :state, message_id = :message_id, last_error = :error, ambiguous = ambiguous + :ambiguous,
    not_before = :not_before, sent_at = :sent_at
WHERE id = :id AND state = 'sending' AND attempts = :attempts
RETURNING subject

-- name: settle_message
-- A message that is not sent at all.
UPDATE outbox SET state = :state, last_error = :error WHERE id = :id AND state = 'pending'

-- name: unsure_messages
-- Messages that an earlier start was sending: nobody knows whether they arrived.
SELECT id, policy FROM outbox WHERE state = 'sending' AND epoch < :epoch

-- name: take_back_message
-- Such a message is sent again or given up, and the doubt is recorded.
UPDATE outbox SET state = :state, ambiguous = ambiguous + 1 WHERE id = :id AND state = 'sending'

-- name: put_back_messages
-- At a polite stop: what was taken up but has not left waits again, without any doubt.
UPDATE outbox SET state = 'pending'
WHERE state = 'sending' AND epoch = :epoch AND chat_id NOT IN (SELECT value FROM json_each(:late))

-- name: park_messages
-- Nothing reaches this chat now; its messages wait.
UPDATE outbox SET state = 'parked', last_error = :error
WHERE state IN ('pending', 'sending', 'parked') AND state = 'pending' AND chat_id = :chat_id

-- name: unpark_messages
-- The person can be reached again: what waited goes on.
UPDATE outbox SET state = 'pending'
WHERE state IN ('pending', 'sending', 'parked') AND state = 'parked'
    AND chat_id = (SELECT telegram_id FROM person WHERE person.id = :person_id)

-- name: readdress_messages
-- The group has a new number.
UPDATE outbox SET chat_id = :moved_to
WHERE state IN ('pending', 'sending', 'parked') AND state <> 'sending' AND chat_id = :chat_id

-- name: next_message_at
-- When something may be sent: now, if anything waits for a free chat, or when a time or a pause is over.
SELECT CASE WHEN EXISTS (
    SELECT 1 FROM outbox WHERE state = 'pending' AND not_before <= :now
        AND chat_id NOT IN (SELECT value FROM json_each(:busy))
        AND chat_id NOT IN (SELECT chat_id FROM chat_gate WHERE hold_until > :now)
) THEN :now ELSE (
    SELECT min(at) FROM (
        SELECT min(not_before) AS at FROM outbox WHERE state = 'pending' AND not_before > :now
        UNION ALL
        SELECT min(hold_until) FROM chat_gate WHERE hold_until > :now
    )
) END

-- name: shown_message
-- Which message shows a subject in a chat, and whether a newer one may be there.
SELECT message_id, has_photo, doubted FROM shown WHERE chat_id = :chat_id AND subject = :subject

-- name: rename_shown_message
-- The message that showed one subject shows another one from now on.
UPDATE OR REPLACE shown SET subject = :new WHERE chat_id = :chat_id AND subject = :old

-- name: supersede_subject
-- What has not left yet about a subject is not needed any more.
UPDATE outbox SET state = 'superseded'
WHERE state IN ('pending', 'sending', 'parked') AND state <> 'sending'
    AND chat_id = :chat_id AND subject = :subject

-- name: rename_subject_on_the_way
-- What is on its way about one subject will show another one when it arrives.
UPDATE outbox SET subject = :new
WHERE state IN ('pending', 'sending', 'parked') AND state = 'sending' AND chat_id = :chat_id AND subject = :old

-- name: set_shown_message
-- From now on this message shows the subject.
INSERT INTO shown (chat_id, subject, message_id, has_photo) VALUES (:chat_id, :subject, :message_id, :has_photo)
ON CONFLICT (chat_id, subject) DO UPDATE
SET message_id = excluded.message_id, has_photo = excluded.has_photo, doubted = 0

-- name: doubt_shown_message
-- Telegram may have made a newer message about the subject, but its answer got lost.
INSERT INTO shown (chat_id, subject, message_id, has_photo, doubted) VALUES (:chat_id, :subject, 0, 0, 1)
ON CONFLICT (chat_id, subject) DO UPDATE SET doubted = 1

-- name: doubt_interrupted_messages
-- The same of everything that an earlier start was sending.
INSERT INTO shown (chat_id, subject, message_id, has_photo, doubted)
SELECT chat_id, subject, 0, 0, 1 FROM outbox
WHERE state = 'sending' AND epoch < :epoch AND kind = 'say' AND subject <> ''
ON CONFLICT (chat_id, subject) DO UPDATE SET doubted = 1

-- name: held_chats
-- Chats that must wait, because Telegram said so.
SELECT chat_id, hold_until FROM chat_gate WHERE hold_until > :now

-- name: hold_chat
-- Nothing is sent to this chat before an instant.
INSERT INTO chat_gate (chat_id, hold_until, reason) VALUES (:chat_id, :hold_until, :reason)
ON CONFLICT (chat_id) DO UPDATE SET hold_until = excluded.hold_until, reason = excluded.reason

-- name: move_chat
-- A group became a supergroup with another number.
INSERT INTO chat_gate (chat_id, moved_to) VALUES (:chat_id, :moved_to)
ON CONFLICT (chat_id) DO UPDATE SET moved_to = excluded.moved_to

-- name: receiver_of_chat
-- In which language and community the person of a private chat is spoken to.
SELECT language, community FROM person WHERE telegram_id = :chat_id

-- name: does_grant_stand
-- Whether somebody is still trusted with a place of the staff list.
SELECT 1 FROM role_grant JOIN person ON person.id = role_grant.person_id
WHERE role_grant.id = :id AND revoked_at IS NULL AND telegram_id = :chat_id

-- name: does_follow
-- Whether somebody still follows a case.
SELECT 1 FROM case_follower JOIN person ON person.id = case_follower.person_id
WHERE case_id = :id AND telegram_id = :chat_id

-- name: forget_messages
-- What was said under keys of one owner is emptied, and what was still to be said is kept back.
UPDATE outbox SET content = '{}',
    state = CASE WHEN state IN ('pending', 'parked') THEN 'superseded' ELSE state END
WHERE once >= :first AND once < :end
