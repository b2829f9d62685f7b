-- name: add_task
-- Something that a person must look at; the same matter again changes nothing.
INSERT INTO task (once, community, kind, subject, detail, created_at)
VALUES (:once, :community, :kind, :subject, :detail, :now)
ON CONFLICT (once) DO NOTHING

-- name: open_tasks
-- What waits for a person: first where somebody may be in danger, then the oldest.
SELECT id, kind, subject, detail, created_at FROM task
WHERE community = :community AND done_at IS NULL
ORDER BY CASE kind WHEN 'danger_draft' THEN 0 ELSE 1 END, id LIMIT :at_most

-- name: finish_task
-- Somebody took care of it.
UPDATE task SET done_at = :now, done_by = :person_id WHERE id = :id AND done_at IS NULL

-- name: task_by_once
-- One matter by its natural key.
SELECT id, kind, subject, detail, created_at FROM task WHERE once = :once

-- name: task_by_id
-- One matter.
SELECT id, kind, subject, detail, created_at FROM task WHERE id = :id

-- name: forget_task
-- What a matter was about is forgotten; that there was one stays known.
UPDATE task SET subject = '', detail = '' WHERE id = :id

-- name: add_audit
-- Who did what to which subject, and why.
INSERT INTO audit (at, person_id, action, subject, detail)
VALUES (:at, :person_id, :action, :subject, :detail)
