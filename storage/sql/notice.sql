-- name: follow_topic
-- Somebody wants to hear of a topic; who does already still does.
INSERT INTO topic_follower (community, topic, person_id, since) VALUES (:community, :topic, :person_id, :now)
ON CONFLICT DO NOTHING

-- name: leave_topic
-- Somebody does not want to hear of a topic any more.
DELETE FROM topic_follower WHERE community = :community AND topic = :topic AND person_id = :person_id

-- name: leave_topics
-- Somebody does not want to hear of anything any more.
DELETE FROM topic_follower WHERE person_id = :person_id

-- name: topics_of_person
-- What somebody wants to hear of.
SELECT topic FROM topic_follower WHERE person_id = :person_id AND community = :community

-- name: followers_counted
-- How many people can be told of a topic.
SELECT count(*) AS number FROM topic_follower JOIN person ON person.id = topic_follower.person_id
WHERE topic_follower.community = :community AND topic = :topic AND person.state = 'active'

-- name: followers_beyond
-- The next people who want to hear of a topic and can be written to.
SELECT person.id, person.telegram_id FROM topic_follower JOIN person ON person.id = topic_follower.person_id
WHERE topic_follower.community = :community AND topic = :topic AND topic_follower.person_id > :beyond
    AND person.state = 'active' ORDER BY topic_follower.person_id LIMIT :at_most

-- name: add_notice
-- A notice will go out; the same conversation again changes nothing.
INSERT INTO notice (talk_id, person_id, community, staff_code, topic, words, photo, until_day, expires_at, created_at)
VALUES (:talk_id, :person_id, :community, :staff_code, :topic, :words, :photo, :until_day, :expires_at, :now)
ON CONFLICT DO NOTHING

-- name: notice_by_id
-- One notice.
SELECT * FROM notice WHERE id = :id

-- name: notice_went_on
-- Some more people have been written to; from how it was read, so that nobody is twice.
UPDATE notice SET beyond = :beyond, people = people + :people, state = :state
WHERE id = :id AND state = 'going_out' AND beyond = :before

-- name: take_back_notice
-- Its author does not want it to be read any more.
UPDATE notice SET state = 'taken_back' WHERE id = :id AND state <> 'taken_back'

-- name: notice_arrived
-- At how many people a notice has arrived, as long as its messages are known.
SELECT count(*) AS number FROM outbox WHERE once >= :first AND once < :end AND state = 'sent'

-- name: chats_with_notice
-- Where a notice has arrived or is on its way, and it was not said yet that it is taken back.
SELECT chat_id FROM outbox WHERE once >= :first AND once < :end AND state IN ('sent', 'sending')
    AND NOT EXISTS (SELECT 1 FROM outbox AS back WHERE back.once = :told || outbox.chat_id)
LIMIT :at_most

-- name: does_follow_topic
-- Whether a notice still goes out, and somebody still wants to hear of its topic.
SELECT 1 FROM notice
JOIN person ON person.telegram_id = :chat_id
JOIN topic_follower ON topic_follower.community = notice.community AND topic_follower.topic = notice.topic
    AND topic_follower.person_id = person.id
WHERE notice.id = :id AND notice.state <> 'taken_back'

-- name: forget_old_notices
-- Notices whose day is long over.
DELETE FROM notice WHERE id IN (SELECT id FROM notice WHERE expires_at < :before ORDER BY expires_at LIMIT :at_most)
