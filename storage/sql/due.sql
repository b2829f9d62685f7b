-- name: schedule
-- Something will have to happen at an instant; the same occurrence again changes nothing.
INSERT INTO due (kind, subject, occurrence, due_at, late_policy, valid_until)
VALUES (:kind, :subject, :occurrence, :due_at, :late_policy, :valid_until)
ON CONFLICT (kind, subject, occurrence) DO NOTHING

-- name: cancel_due
-- It will not be needed.
UPDATE due SET state = 'cancelled' WHERE kind = :kind AND subject = :subject AND state = 'scheduled'

-- name: due_now
-- What is due, oldest first.
SELECT id, kind, subject, occurrence, due_at, late_policy, valid_until FROM due
WHERE state = 'scheduled' AND due_at <= :now ORDER BY due_at, id LIMIT :at_most

-- name: fire_due
-- It happens now, once.
UPDATE due SET state = :state, fired_at = :now WHERE id = :id AND state = 'scheduled'
