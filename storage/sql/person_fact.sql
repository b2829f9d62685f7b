-- name: consent_of
-- Whether a person has agreed that answers are kept; no row: nobody asked yet.
SELECT agreed FROM person_consent WHERE person_id = :person_id

-- name: keep_consent
-- The person has decided.
INSERT INTO person_consent (person_id, agreed, decided_at) VALUES (:person_id, :agreed, :now)
ON CONFLICT (person_id) DO UPDATE SET agreed = excluded.agreed, decided_at = excluded.decided_at

-- name: facts_of
-- What is remembered of a person.
SELECT question, answer FROM person_fact WHERE person_id = :person_id ORDER BY question

-- name: keep_fact
-- The person has told something that is good for the next service too; without consent nothing is kept.
INSERT INTO person_fact (person_id, question, answer, told_at)
SELECT person_id, :question, :answer, :now FROM person_consent WHERE person_id = :person_id AND agreed = 1
ON CONFLICT (person_id, question) DO UPDATE SET answer = excluded.answer, told_at = excluded.told_at

-- name: forget_fact
-- What was remembered is contradicted by what the person tells now.
DELETE FROM person_fact WHERE person_id = :person_id AND question = :question

-- name: forget_facts
-- The person has taken the consent back: all that was remembered goes.
DELETE FROM person_fact WHERE person_id = :person_id
