-- name: next_case_number
-- The next number of a community's day.
INSERT INTO case_number (community, day, last) VALUES (:community, :day, 1)
ON CONFLICT (community, day) DO UPDATE SET last = last + 1
RETURNING last

-- name: add_case
-- A report becomes a case.
INSERT INTO report_case (
    number, community, talk_id, reporter_id, anonymous, on_behalf_of, category, urgency, words, extra,
    estate, building, entrance, flat, place_words, latitude, longitude, grid,
    state, version, assignee, assignee_role, route_reason, opened_at, changed_at,
    acknowledge_by, on_site_by, resolve_by, query_hash
) VALUES (
    :number, :community, :talk_id, :reporter_id, :anonymous, :on_behalf_of, :category, :urgency, :words, :extra,
    :estate, :building, :entrance, :flat, :place_words, :latitude, :longitude, :grid,
    :state, 1, :assignee, :assignee_role, :route_reason, :opened_at, :opened_at,
    :acknowledge_by, :on_site_by, :resolve_by, :query_hash
)

-- name: case_by_id
-- One case.
SELECT * FROM report_case WHERE id = :id

-- name: case_by_number
-- One case by the number people write down.
SELECT * FROM report_case WHERE number = :number

-- name: case_by_query
-- An anonymous case by the hash of its query code.
SELECT * FROM report_case WHERE query_hash = :query_hash

-- name: move_case
-- A case moves on; a stale version changes no row.
UPDATE report_case SET
    state = :state, version = version + 1, assignee = :assignee, assignee_role = :assignee_role,
    route_reason = :route_reason, changed_at = :now, closed_at = :closed_at
WHERE id = :id AND version = :version

-- name: cases_of_reporter
-- What a person reported, newest first.
SELECT * FROM report_case WHERE reporter_id = :person_id ORDER BY id DESC LIMIT :at_most

-- name: cases_followed_by
-- What a person follows, newest first.
SELECT report_case.* FROM case_follower JOIN report_case ON report_case.id = case_follower.case_id
WHERE case_follower.person_id = :person_id ORDER BY case_follower.case_id DESC LIMIT :at_most

-- name: open_cases_of_assignee
-- What a member of staff has on the table, oldest first.
SELECT * FROM report_case
WHERE community = :community AND assignee = :assignee AND closed_at IS NULL
ORDER BY id LIMIT :at_most

-- name: open_cases_like
-- Open cases of a category that others reported since an instant: the newest at a building,
-- and those of which only the point can tell whether they are near.
SELECT id, number, building, latitude, longitude, opened_at FROM (
    SELECT * FROM report_case
    WHERE community = :community AND category = :category AND building = :building AND opened_at >= :since
        AND closed_at IS NULL AND building <> '' AND reporter_id IS DISTINCT FROM :but_of
    ORDER BY opened_at DESC LIMIT :at_building
)
UNION ALL
SELECT id, number, building, latitude, longitude, opened_at FROM (
    SELECT * FROM report_case
    WHERE community = :community AND category = :category AND building = '' AND opened_at >= :since
        AND closed_at IS NULL AND :building <> '' AND reporter_id IS DISTINCT FROM :but_of
    ORDER BY opened_at DESC LIMIT :elsewhere
)
UNION ALL
SELECT id, number, building, latitude, longitude, opened_at FROM (
    SELECT * FROM report_case
    WHERE community = :community AND category = :category AND opened_at >= :since
        AND closed_at IS NULL AND :building = '' AND reporter_id IS DISTINCT FROM :but_of
    ORDER BY opened_at DESC LIMIT :elsewhere
)
ORDER BY opened_at DESC

-- name: add_case_file
-- A file belongs to a case; the same file again changes nothing.
INSERT INTO case_file (case_id, kind, file_id, file_unique_id, size, stage, added_at)
VALUES (:case_id, :kind, :file_id, :file_unique_id, :size, :stage, :now)
ON CONFLICT (case_id, file_unique_id) DO NOTHING

-- name: case_files
-- The files of a case, in the order in which they came.
SELECT kind, file_id, file_unique_id, size, stage FROM case_file WHERE case_id = :case_id ORDER BY id

-- name: add_follower
-- Somebody is told about a case from now on.
INSERT INTO case_follower (case_id, person_id, since) VALUES (:case_id, :person_id, :now)
ON CONFLICT (case_id, person_id) DO NOTHING

-- name: followers
-- Everybody who follows a case.
SELECT person.telegram_id FROM case_follower JOIN person ON person.id = case_follower.person_id
WHERE case_id = :case_id ORDER BY case_follower.person_id

-- name: add_entry
-- One line of a case's life.
INSERT INTO case_entry (case_id, version, at, by_staff, move, words)
VALUES (:case_id, :version, :at, :by_staff, :move, :words)

-- name: entries
-- The life of a case.
SELECT version, at, by_staff, move, words FROM case_entry WHERE case_id = :case_id ORDER BY id
