-- name: add_private_matter
-- Somebody applies; the same conversation again changes nothing.
INSERT INTO private_matter (talk_id, person_id, community, number, service, role, opened_at, accept_by, changed_at)
VALUES (:talk_id, :person_id, :community, :number, :service, :role, :now, :accept_by, :now)
ON CONFLICT DO NOTHING

-- name: add_private_content
-- What it is about.
INSERT INTO private_matter_content (matter_id, about, words, other_side, willing, wish, until_day, means, reach, name)
VALUES (:matter_id, :about, :words, :other_side, :willing, :wish, :until_day, :means, :reach, :name)

-- name: add_private_note
-- One side says something to the other.
INSERT INTO private_matter_note (matter_id, by_helper, words, said_at) VALUES (:matter_id, :by_helper, :words, :now)

-- name: move_private_matter
-- How it stands changes, from how it was read; who takes it up stays its helper.
UPDATE private_matter SET state = :state, version = version + 1, changed_at = :now,
    helper = CASE WHEN helper = '' THEN :helper ELSE helper END
WHERE id = :id AND version = :version

-- name: record_private_handover
-- Whoever has a matter in hand gives it to somebody else of the role, or back to all of them; from how it was read.
INSERT INTO private_matter_handover (matter_id, version, person_id, from_helper, to_helper, at)
SELECT id, version, :person_id, helper, :to_helper, :now FROM private_matter
WHERE id = :id AND version = :version AND helper NOT IN ('', :to_helper)

-- name: hand_over_private_matter
-- Another one has it in hand, or it waits again for being taken up.
UPDATE private_matter SET helper = :to_helper, state = :state, accept_by = :accept_by, reached = :reached,
    version = version + 1, changed_at = :now
WHERE id = :id AND version = :version

-- name: private_handovers
-- Who has given a matter out of hand, in order.
SELECT person_id FROM private_matter_handover WHERE matter_id = :id ORDER BY id

-- name: forget_private_handovers
-- Who gave it to whom.
DELETE FROM private_matter_handover WHERE matter_id = :id

-- name: note_private_outcome
-- What a move was about: where to meet, how it was agreed on, until when something can be done, what is missing.
UPDATE private_matter_content SET meeting = :meeting, agreement = :agreement, limit_day = :limit_day, later = :later
WHERE matter_id = :matter_id

-- name: empty_private_content
-- Somebody takes a matter back: what it was about is forgotten at once.
UPDATE private_matter_content SET about = '', words = '', other_side = '', willing = '', wish = '', until_day = '', means = '',
    reach = '', name = '', meeting = '', agreement = '', limit_day = '', later = '' WHERE matter_id = :matter_id

-- name: private_notes_in_chat
-- Which words of the resident stand in a chat, or are on their way there.
SELECT note.id FROM private_matter_note AS note
WHERE note.matter_id = :matter_id AND note.by_helper = 0 AND (
    EXISTS (
        SELECT 1 FROM shown WHERE shown.chat_id = :chat_id AND shown.subject = 'private_note:' || note.id
    )
    OR EXISTS (
        SELECT 1 FROM outbox WHERE outbox.state IN ('pending', 'sending', 'parked') AND outbox.chat_id = :chat_id
            AND outbox.subject = 'private_note:' || note.id
    )
)
ORDER BY note.id

-- name: last_private_note
-- Which side spoke last; not what it said.
SELECT by_helper FROM private_matter_note WHERE matter_id = :matter_id ORDER BY id DESC LIMIT 1

-- name: note_private_reached
-- Somebody who may read it has been told.
UPDATE private_matter SET reached = 1 WHERE id = :id

-- name: private_matter_by_id
-- That a matter exists and how it stands; not what it is about.
SELECT * FROM private_matter WHERE id = :id

-- name: private_matter_by_number
-- The same, by the number that people write down.
SELECT * FROM private_matter WHERE number = :number

-- name: private_matters_of_person
-- The person's own, the newest first; not what they are about.
SELECT * FROM private_matter WHERE person_id = :person_id ORDER BY id DESC LIMIT :at_most

-- name: private_matters_of_role
-- What waits for one of a role: what nobody took up yet and this person did not give out of hand, and what is in hand;
-- not what it is about.
SELECT * FROM private_matter
WHERE community = :community AND role = :role AND (helper = :helper OR helper = '' AND NOT EXISTS (
        SELECT 1 FROM private_matter_handover AS given WHERE given.matter_id = private_matter.id AND given.person_id = :person_id
    ))
    AND state IN ('received', 'accepted', 'willing', 'meeting', 'missing', 'forwarded')
ORDER BY id LIMIT :at_most

-- name: confided_to_chat
-- What a matter is about, for a chat that may read it at this moment: the person's own, or that of whoever holds
-- the role now (mediator, legal_adviser) and, when somebody took it up, that very place; of what waits, not whoever has
-- given it out of hand. Nobody else gets a row.
SELECT content.about, content.words, content.other_side, content.willing, content.wish, content.until_day, content.means,
    content.reach, content.name, content.meeting, content.agreement, content.limit_day, content.later,
    coalesce((SELECT note.words FROM private_matter_note AS note WHERE note.id = :note AND note.matter_id = matter.id), '') AS note
FROM private_matter AS matter JOIN private_matter_content AS content ON content.matter_id = matter.id
JOIN person ON person.telegram_id = :chat_id
WHERE matter.id = :id AND (matter.person_id = person.id OR EXISTS (
    SELECT 1 FROM role_grant WHERE role_grant.person_id = person.id AND role_grant.revoked_at IS NULL
        AND role_grant.community = matter.community AND role_grant.role = matter.role
        AND role_grant.role IN ('mediator', 'legal_adviser') AND (
            matter.helper = role_grant.staff_code OR matter.helper = '' AND NOT EXISTS (
                SELECT 1 FROM private_matter_handover AS given WHERE given.matter_id = matter.id AND given.person_id = person.id
            )
        )
))

-- name: is_private_chat
-- Whether confidential things may be said in a chat: somebody applies or has applied, or holds a role that reads them.
SELECT 1 FROM person WHERE person.telegram_id = :chat_id AND (
    EXISTS (SELECT 1 FROM private_matter WHERE private_matter.person_id = person.id)
    OR EXISTS (
        SELECT 1 FROM role_grant WHERE role_grant.person_id = person.id AND role_grant.revoked_at IS NULL
            AND role_grant.role IN ('mediator', 'legal_adviser')
    )
    OR EXISTS (
        SELECT 1 FROM talk WHERE talk.chat_id = :chat_id AND talk.state = 'open' AND talk.script IN ('mediation', 'legal_aid')
    )
)

-- name: old_private_matters
-- Those over for long.
SELECT id FROM private_matter WHERE changed_at < :before ORDER BY changed_at LIMIT :at_most

-- name: forget_private_notes
-- What was said about one.
DELETE FROM private_matter_note WHERE matter_id = :id

-- name: forget_private_content
-- What it was about.
DELETE FROM private_matter_content WHERE matter_id = :id

-- name: forget_private_matter
-- That it was.
DELETE FROM private_matter WHERE id = :id

-- name: left_private_talks
-- Confidential conversations that nobody has gone on with; words that are for nobody yet are not kept as long.
SELECT id, person_id, chat_id, script, start, answers, version, page, state, opened_at, changed_at FROM talk
WHERE script IN (
    'mediation', 'legal_aid', 'private_words', 'matter_reply', 'matter_tell', 'matter_missing', 'matter_end', 'matter_meet',
    'matter_settle', 'matter_withdraw', 'matter_hand_over'
) AND state IN ('open', 'paused') AND changed_at < :words_before AND (script = 'private_words' OR changed_at < :before)
ORDER BY changed_at LIMIT :at_most
