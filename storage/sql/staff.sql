-- name: grants_of_person
-- What a person is trusted with now.
SELECT id, person_id, community, staff_code, role FROM role_grant
WHERE person_id = :person_id AND revoked_at IS NULL ORDER BY id

-- name: grants_of_community
-- Everybody who is trusted with something in a community now and can be written to.
SELECT role_grant.id, person_id, role_grant.community, staff_code, role, telegram_id
FROM role_grant JOIN person ON person.id = role_grant.person_id
WHERE role_grant.community = :community AND revoked_at IS NULL AND person.state = 'active'
ORDER BY role_grant.id

-- name: revoke_grant
-- A row of the staff list goes to somebody else, or to nobody.
UPDATE role_grant SET revoked_at = :now
WHERE community = :community AND staff_code = :staff_code AND revoked_at IS NULL

-- name: add_grant
-- A person takes the place of a row of the staff list.
INSERT INTO role_grant (person_id, community, staff_code, role, granted_at)
VALUES (:person_id, :community, :staff_code, :role, :now)

-- name: add_invitation
-- A deep link for one row of the staff list.
INSERT INTO invitation (code_hash, community, staff_code, created_at, expires_at)
VALUES (:code_hash, :community, :staff_code, :now, :expires_at)

-- name: invitation_by_code
-- An invitation by the hash of its code.
SELECT community, staff_code, expires_at, used_by FROM invitation WHERE code_hash = :code_hash

-- name: use_invitation
-- Single use: the second one changes no row.
UPDATE invitation SET used_by = :person_id, used_at = :now
WHERE code_hash = :code_hash AND used_by IS NULL AND expires_at > :now

-- name: absences_of_community
-- Who is away at an instant, and until when.
SELECT staff_code, max(until_at) AS until_at FROM absence
WHERE community = :community AND from_at <= :now AND until_at > :now GROUP BY staff_code

-- name: add_absence
-- Somebody will be away.
INSERT INTO absence (community, staff_code, from_at, until_at)
VALUES (:community, :staff_code, :from_at, :until_at)

-- name: end_absences
-- Somebody is back.
UPDATE absence SET until_at = :now
WHERE community = :community AND staff_code = :staff_code AND from_at < :now AND until_at > :now
