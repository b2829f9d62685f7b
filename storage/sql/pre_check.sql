-- name: add_pre_check
-- Somebody has gone through the papers for a service.
INSERT INTO pre_check (
    talk_id, person_id, community, service, answers, held, unsure, last_days, going_on, version, changed_at
)
VALUES (
    :talk_id, :person_id, :community, :service, :answers, :held, :unsure, :last_days, :going_on, 1, :now
)

-- name: pre_check_by_id
-- One check.
SELECT id, person_id, community, service, answers, held, version, going_on, quiet, reminded, unsure, last_days,
    pictured
FROM pre_check WHERE id = :id

-- name: newest_pre_check
-- What somebody has checked last for a service.
SELECT id, person_id, community, service, answers, held, version, going_on, quiet, reminded, unsure, last_days,
    pictured
FROM pre_check WHERE person_id = :person_id AND service = :service AND community = :community
ORDER BY id DESC LIMIT 1

-- name: newest_pre_check_of_person
-- What somebody has checked or changed last since then, for whatever service.
SELECT id, person_id, community, service, answers, held, version, going_on, quiet, reminded, unsure, last_days,
    pictured
FROM pre_check WHERE person_id = :person_id AND community = :community AND changed_at >= :since
ORDER BY changed_at DESC, id DESC LIMIT 1

-- name: save_pre_check
-- A check as it stands now; the version keeps two changes from the same standing apart.
UPDATE pre_check SET service = :service, answers = :answers, held = :held, unsure = :unsure,
    last_days = :last_days, going_on = :going_on, quiet = :quiet, reminded = :reminded, version = version + 1, changed_at = :now
WHERE id = :id AND version = :version

-- name: note_picture_of_pre_check
-- A picture was made of a check as it stood then.
UPDATE pre_check SET pictured = :version WHERE id = :id

-- name: quiet_earlier_pre_checks
-- Nobody is reminded of a check that the same person has made anew.
UPDATE pre_check SET quiet = 1
WHERE person_id = :person_id AND service = :service AND id <> :id AND quiet = 0

-- name: forget_old_pre_checks
-- Checks that nobody has touched for long.
DELETE FROM pre_check WHERE id IN (
    SELECT id FROM pre_check WHERE changed_at < :before ORDER BY changed_at LIMIT :at_most
)
