-- A neighbourhood with a past: :cases old cases of :people people, counted back from :at.

-- name: old_people
-- People who reported something long ago.
WITH RECURSIVE number (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM number WHERE n < :people)
INSERT INTO person (telegram_id, name, language, community, created_at)
SELECT 600000000 + n, '居民', 'zh-CN', 'jiangwan', :at FROM number

-- name: old_talks
-- Their conversations, all of them over.
WITH RECURSIVE number (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM number WHERE n < :cases)
INSERT INTO talk (person_id, chat_id, script, start, answers, version, state, opened_at, changed_at)
SELECT 1, 600000000 + n % 200000, 'report', '{}', '[]', 6, 'done', :at, :at FROM number

-- name: old_cases
-- Their cases: one a minute back from now, of all categories and buildings in turn, one in twenty open.
WITH RECURSIVE number (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM number WHERE n < :cases),
category (position, code) AS (
    SELECT row_number() OVER (ORDER BY position) - 1, code FROM community_item WHERE kind = 'category'
),
building (position, code, grid) AS (
    SELECT row_number() OVER (ORDER BY position) - 1, code, json_extract(content, '$.grid')
    FROM community_item WHERE kind = 'building'
)
INSERT INTO report_case (
    number, community, talk_id, reporter_id, anonymous, on_behalf_of, category, urgency, words, extra,
    estate, building, entrance, flat, place_words, latitude, longitude, grid, state, version,
    assignee, assignee_role, route_reason, opened_at, changed_at, acknowledge_by, on_site_by, resolve_by, closed_at
)
SELECT
    'JW-OLD-' || n, 'jiangwan', n, (SELECT min(id) FROM person) + n % :people, 0, '', category.code, 'normal',
    '楼下的东西坏了，麻烦来看一下', '{}', '', building.code, '1', '', '', 27.624, 113.843, building.grid,
    iif(n % 20, 'confirmed', 'dispatched'), 3, 'worker_1', 'grid_worker', '{}',
    :at - n * 60000000, :at, :at, :at, :at, iif(n % 20, :at, NULL)
FROM number
JOIN category ON category.position = n % (SELECT count(*) FROM category)
JOIN building ON building.position = n % (SELECT count(*) FROM building)

-- name: old_entries
-- One line of life for each.
INSERT INTO case_entry (case_id, version, at, by_staff, move, words)
SELECT id, 2, :at, 'worker_1', 'accept', '' FROM report_case
