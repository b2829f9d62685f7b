-- name: add_update
-- Store a raw update before it is acknowledged; what came before changes nothing.
INSERT INTO inbox (bot_id, update_id, lane, kind, raw, received_at)
VALUES (:bot_id, :update_id, :lane, :kind, :raw, :received_at)
ON CONFLICT (bot_id, update_id) DO NOTHING

-- name: lanes_with_work
-- The oldest update of each lane behind a given lane, if it may be worked on now;
-- the cost depends on the lanes, not on the updates.
WITH RECURSIVE waiting_lane (lane) AS (
    SELECT min(lane) FROM inbox WHERE state IN ('new', 'retry', 'doing') AND lane > :after
    UNION ALL
    SELECT (SELECT min(lane) FROM inbox WHERE state IN ('new', 'retry', 'doing') AND lane > waiting_lane.lane)
    FROM waiting_lane WHERE lane IS NOT NULL
)
SELECT oldest.lane, oldest.id FROM waiting_lane JOIN inbox AS oldest ON oldest.id = (
    SELECT min(id) FROM inbox WHERE state IN ('new', 'retry', 'doing') AND inbox.lane = waiting_lane.lane
)
WHERE oldest.state IN ('new', 'retry') AND oldest.not_before <= :now LIMIT :at_most

-- name: claim_update
-- Take an update up; the attempt is on disk before the work begins.
UPDATE inbox SET state = 'doing', attempts = attempts + 1, epoch = :epoch
WHERE id = :id AND state IN ('new', 'retry') AND not_before <= :now
RETURNING id, lane, kind, raw, attempts, received_at, error

-- name: interrupted_updates
-- What was taken back from an earlier start: tried, and no error known.
SELECT id FROM inbox WHERE state IN ('new', 'retry', 'doing') AND state = 'retry' AND error = '' ORDER BY +id

-- name: is_update_mine
-- The fence: a claim of this epoch that nobody took over.
SELECT 1 FROM inbox WHERE id = :id AND state = 'doing' AND epoch = :epoch AND attempts = :attempts

-- name: finish_update
-- The work is done, in the same transaction as its effects; only the attempt that it belongs to may say so.
UPDATE inbox SET state = :state, done_at = :now, error = :error
WHERE id = :id AND state = 'doing' AND attempts = :attempts

-- name: retry_update
-- The work failed; it is tried again later. An attempt that was taken over has nothing to say any more.
UPDATE inbox SET state = 'retry', not_before = :not_before, error = :error
WHERE id = :id AND state = 'doing' AND attempts = :attempts

-- name: take_back_updates
-- What an earlier start was working on is waiting again; the attempts stay counted.
UPDATE inbox SET state = 'retry' WHERE state = 'doing' AND epoch < :epoch

-- name: next_retry
-- When the next failed update may be tried again.
SELECT min(not_before) FROM inbox WHERE state = 'retry'

-- name: raw_update
-- One update as it came.
SELECT raw FROM inbox WHERE id = :id
