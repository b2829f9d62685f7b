-- name: add_task
-- Something that a person must look at; the same matter again changes nothing.
INSERT INTO task (once, community, kind, subject, detail, created_at)
VALUES (:once, :community, :kind, :subject, :detail, :now)
ON CONFLICT (once) DO NOTHING

-- name: open_tasks
-- What waits for a person: first where somebody may be in danger, then the oldest. What could not be read of
-- one person stands together: the first of it, how many there are, and the last.
WITH waiting AS (
    SELECT task.id, CASE WHEN inbox.id IS NULL THEN 'task:' || task.id ELSE inbox.lane END AS whose
    FROM task LEFT JOIN inbox
        ON inbox.id = CASE task.kind WHEN 'dead_letter' THEN CAST(substr(task.subject, 7) AS INTEGER) END
        AND inbox.lane LIKE 'c:%' AND inbox.lane NOT LIKE 'c:-%'
    WHERE task.community = :community AND task.done_at IS NULL
), together AS (
    SELECT min(id) AS first, max(id) AS last, count(*) AS number FROM waiting GROUP BY whose
)
SELECT task.id, task.kind, task.subject, task.detail, task.created_at, together.number, together.last
FROM together JOIN task ON task.id = together.first
ORDER BY CASE task.kind WHEN 'danger_draft' THEN 0 ELSE 1 END, task.id LIMIT :at_most

-- name: dead_letters_beside
-- What else could not be read of the same person, up to a matter that was listed with it.
SELECT task.id, task.kind, task.subject, task.detail, task.created_at
FROM task
JOIN inbox ON inbox.id = CASE task.kind WHEN 'dead_letter' THEN CAST(substr(task.subject, 7) AS INTEGER) END
WHERE task.community = :community AND task.done_at IS NULL AND task.id > :id AND task.id <= :last
    AND inbox.lane = (SELECT lane FROM inbox WHERE id = :inbox)
ORDER BY task.id

-- name: finish_task
-- Somebody took care of it.
UPDATE task SET done_at = :now, done_by = :person_id WHERE id = :id AND done_at IS NULL

-- name: task_by_once
-- One matter by its natural key.
SELECT id, kind, subject, detail, created_at FROM task WHERE once = :once

-- name: task_of
-- One matter of a community.
SELECT id, kind, subject, detail, created_at FROM task WHERE id = :id AND community = :community

-- name: tasks_about
-- What still waits for a person about one subject.
SELECT id, kind, subject, detail, created_at FROM task WHERE subject = :subject AND done_at IS NULL ORDER BY id

-- name: forget_task
-- What a matter was about is forgotten; that there was one stays known.
UPDATE task SET subject = '', detail = '' WHERE id = :id

-- name: add_audit
-- Who did what to which subject, and why.
INSERT INTO audit (at, person_id, action, subject, detail)
VALUES (:at, :person_id, :action, :subject, :detail)
