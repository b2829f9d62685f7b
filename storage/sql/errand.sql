-- name: add_errand
-- Somebody asks for an errand; a second open one for the same matter and the same person changes nothing.
INSERT INTO errand (
    number, community, talk_id, person_id, service, for_whom, basis, name, priority, rank, building, entrance, flat,
    place_words, grid, at_home, authorisation, wording, authorised_at, good_until, state, assignee, assignee_role,
    promised_by, opened_at, changed_at
) VALUES (
    :number, :community, :talk_id, :person_id, :service, :for_whom, :basis, :name, :priority, :rank, :building, :entrance, :flat,
    :place_words, :grid, :at_home, :authorisation, :wording, :now, :good_until, :state, :assignee, :assignee_role,
    :promised_by, :now, :now
) ON CONFLICT DO NOTHING

-- name: save_errand
-- How it stands changes, from how it was read.
UPDATE errand SET state = :state, before_problem = :before_problem, reason = :reason, assignee = :assignee,
    assignee_role = :assignee_role, recalled_at = :recalled_at, closed_at = :closed_at, hands = :hands, ready_at = :ready_at, reopened_at = :reopened_at,
    version = version + 1, changed_at = :now
WHERE id = :id AND version = :version

-- name: see_proof
-- Somebody of the staff has seen a proof; the first one counts.
UPDATE errand SET proof = :proof, proof_seen_by = :seen_by, proof_seen_name = :seen_name, proof_seen_at = :seen_at
WHERE id = :id AND proof = ''

-- name: errand_by_id
-- One errand.
SELECT * FROM errand WHERE id = :id

-- name: errand_by_number
-- One errand by the number that people write down.
SELECT * FROM errand WHERE number = :number

-- name: errands_of_person
-- What somebody has asked for and goes on, or ended lately, oldest first.
SELECT * FROM errand WHERE person_id = :person_id AND (closed_at IS NULL OR closed_at >= :since) ORDER BY opened_at, id

-- name: open_errands
-- What is to be done in a community: the old, disabled and ill first, then by what was promised.
SELECT * FROM errand WHERE community = :community AND closed_at IS NULL ORDER BY rank, promised_by, id LIMIT :at_most

-- name: add_custody
-- An original has changed hands.
INSERT INTO custody (errand_id, paper, step, giver, receiver, name, at, photo, given_at, received_at, photo_unique)
VALUES (:errand_id, :paper, :step, :giver, :receiver, :name, :at, :photo, :given_at, :received_at, :photo_unique)

-- name: confirm_custody
-- One side, or both, have confirmed; or it is disputed, or that is settled.
UPDATE custody SET given_at = :given_at, received_at = :received_at, disputed_at = :disputed_at, settled_at = :settled_at,
    refuted_by = :refuted_by, door_at = :door_at, door_name = :door_name, door_photo = :door_photo, door_unique = :door_unique
WHERE errand_id = :errand_id AND paper = :paper AND step = :step

-- name: custody_of_errand
-- Every change of hands of an errand's papers.
SELECT paper, step, giver, receiver, name, at, photo, given_at, received_at, disputed_at, settled_at, photo_unique,
    refuted_by, door_at, door_name, door_photo, door_unique
FROM custody
WHERE errand_id = :errand_id ORDER BY step, rowid

-- name: forgotten_errands
-- Errands that ended long ago.
SELECT id FROM errand WHERE closed_at IS NOT NULL AND closed_at < :before ORDER BY closed_at LIMIT :at_most

-- name: forget_custody
-- The whole chain of an errand's papers.
DELETE FROM custody WHERE errand_id = :errand_id

-- name: forget_errand
-- That there was such an errand.
DELETE FROM errand WHERE id = :errand_id

-- name: keep_errand_check
-- What the check that an errand began with has found.
INSERT INTO errand_check (errand_id, check_id, papers, shows_photos) VALUES (:errand_id, :check_id, :papers, :shows_photos)

-- name: check_of_errand
-- What may be seen of it: nothing when the person has decided since that nobody sees the list.
SELECT errand_check.* FROM errand_check LEFT JOIN list_consent ON list_consent.check_id = errand_check.check_id
WHERE errand_id = :errand_id AND coalesce(agreed, 1) = 1

-- name: errands_with_check
-- The open errands that began with a check.
SELECT errand_id FROM errand_check JOIN errand ON errand.id = errand_id WHERE check_id = :check_id AND closed_at IS NULL
