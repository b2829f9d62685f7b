-- name: agree_to_photos
-- The clerks may see photos for this check.
INSERT INTO photo_consent (check_id, agreed_at) VALUES (:check_id, :now) ON CONFLICT (check_id) DO NOTHING

-- name: photos_agreed
-- Whether the clerks may see photos for this check.
SELECT 1 FROM photo_consent WHERE check_id = :check_id

-- name: take_photos_back
-- They may not any more; the photos go with it.
DELETE FROM photo_consent WHERE check_id = :check_id

-- name: add_paper_photo
-- A photo of a paper, to be looked at; the very same file again changes nothing.
INSERT INTO paper_photo (check_id, paper, file_kind, file_id, file_unique_id, size, claimed, not_before, sent_at)
VALUES (:check_id, :paper, :file_kind, :file_id, :file_unique_id, :size, :claimed, :now, :now)
ON CONFLICT DO NOTHING

-- name: paper_photo_by_id
-- One photo.
SELECT * FROM paper_photo WHERE id = :id

-- name: paper_photo_of_file
-- The photo that is this very file.
SELECT * FROM paper_photo WHERE check_id = :check_id AND paper = :paper AND file_unique_id = :file_unique_id
    AND file_unique_id <> ''

-- name: photos_of_check
-- All photos of a check, in the order in which they came.
SELECT * FROM paper_photo WHERE check_id = :check_id ORDER BY id

-- name: photos_wanted
-- Papers that somebody was asked to photograph again and has not; an expired one must be renewed first.
SELECT paper_photo.check_id, service, paper FROM paper_photo JOIN pre_check ON pre_check.id = paper_photo.check_id
WHERE person_id = :person_id AND community = :community AND sent_at >= :since
    AND (state = 'unfit' OR (state = 'again' AND codes <> 'expired'))
    AND NOT EXISTS (
        SELECT 1 FROM paper_photo AS newer
        WHERE newer.check_id = paper_photo.check_id AND newer.paper = paper_photo.paper AND newer.id > paper_photo.id
    )
ORDER BY paper_photo.id DESC

-- name: fresh_check
-- The check that somebody has touched last.
SELECT id, service FROM pre_check WHERE person_id = :person_id AND community = :community AND changed_at >= :since
ORDER BY changed_at DESC, id DESC LIMIT 1

-- name: next_paper_photo
-- The photo that has waited longest to be looked at.
SELECT * FROM paper_photo WHERE state = 'measuring' AND not_before <= :now ORDER BY not_before, id LIMIT 1

-- name: try_paper_photo
-- It is being looked at; should nothing come of it, it is looked at again later.
UPDATE paper_photo SET attempts = attempts + 1, not_before = :not_before WHERE id = :id AND state = 'measuring'

-- name: settle_paper_photo
-- It was looked at, once.
UPDATE paper_photo SET state = :state, codes = :codes WHERE id = :id AND state = 'measuring'

-- name: replace_paper_photo
-- A newer photo of the same paper stands in its place; the file may come once more.
UPDATE paper_photo SET state = 'replaced', file_id = '', file_unique_id = '' WHERE id = :id AND state IN ('measuring', 'shown')

-- name: judge_paper_photo
-- A clerk has said what it is worth; the first one counts.
UPDATE paper_photo SET state = :state, codes = :codes, seen_by = :seen_by WHERE id = :id AND state = 'shown'

-- name: leave_paper_photo
-- No clerk has looked at it in time; the file may come once more.
UPDATE paper_photo SET state = 'unseen', file_id = '', file_unique_id = '' WHERE id = :id AND state = 'shown'

-- name: old_paper_photos
-- Photos that were kept as long as they may be.
SELECT id FROM paper_photo WHERE file_id <> '' AND sent_at < :before ORDER BY sent_at LIMIT :at_most

-- name: forget_paper_photo
-- Which file it was is not kept any more.
UPDATE paper_photo SET file_id = '', file_unique_id = '',
    state = CASE WHEN state IN ('measuring', 'shown') THEN 'unseen' ELSE state END
WHERE id = :id

-- name: may_see_photo
-- Whether somebody is trusted at the windows of the community. A photo is there only with consent: taken back, both go
-- (0008_paper_photo.sql), and nobody sees it.
SELECT 1 FROM paper_photo JOIN pre_check ON pre_check.id = paper_photo.check_id
JOIN role_grant ON role_grant.community = pre_check.community AND role = 'clerk' AND revoked_at IS NULL
JOIN person ON person.id = role_grant.person_id
WHERE paper_photo.id = :id AND telegram_id = :chat_id

-- name: decide_about_list
-- Whether the clerks may open the list of a check.
INSERT INTO list_consent (check_id, agreed, decided_at) VALUES (:check_id, :agreed, :now)
ON CONFLICT (check_id) DO UPDATE SET agreed = excluded.agreed, decided_at = excluded.decided_at

-- name: list_decision
-- What was decided about the list of a check, if anything.
SELECT agreed FROM list_consent WHERE check_id = :check_id

-- name: may_see_list
-- Whether somebody is trusted at the windows of the community, and may open this list.
SELECT 1 FROM list_consent JOIN pre_check ON pre_check.id = list_consent.check_id
JOIN role_grant ON role_grant.community = pre_check.community AND role = 'clerk' AND revoked_at IS NULL
JOIN person ON person.id = role_grant.person_id
WHERE list_consent.check_id = :id AND agreed = 1 AND telegram_id = :chat_id

-- name: left_photo_talks
-- Conversations about photos of papers that nobody has gone on with.
SELECT id, person_id, chat_id, script, start, answers, version, page, state, opened_at, changed_at FROM talk
WHERE script = 'paper_photo' AND state IN ('open', 'paused') AND changed_at < :before
ORDER BY changed_at LIMIT :at_most
