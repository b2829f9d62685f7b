-- name: status_updates
-- How many updates wait, failed for good, and when the newest one came.
SELECT
    coalesce(sum(state IN ('new', 'doing', 'retry')), 0), coalesce(sum(state = 'dead'), 0), max(received_at)
FROM inbox

-- name: status_messages
-- How many messages wait, wait for people who blocked the bot, or could not be sent at all; since when the oldest waits.
SELECT
    coalesce(sum(state IN ('pending', 'sending')), 0), coalesce(sum(state = 'parked'), 0),
    coalesce(sum(state = 'dead'), 0), min(CASE WHEN state IN ('pending', 'sending') THEN created_at END)
FROM outbox

-- name: status_cases
-- How many cases are open, and how many of them nobody has.
SELECT count(*), coalesce(sum(assignee = ''), 0) FROM report_case WHERE closed_at IS NULL

-- name: status_tasks
-- How many matters wait for a clerk.
SELECT count(*) FROM task WHERE done_at IS NULL
