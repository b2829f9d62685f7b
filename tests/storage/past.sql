-- What is over, as often as the temporary table `n` has rows: settled updates, sent messages, closed cases.
PRAGMA foreign_keys = OFF;

INSERT INTO person SELECT i, i + 5, 'n', 'en', 'jiangwan', 'active', i FROM n;
INSERT INTO inbox SELECT i, 1, i, 'c:' || i, 'message', x'', i, 'done', 1, 0, 1, '', i FROM n;
INSERT INTO outbox (once, chat_id, kind, content, subject, haste, policy, audience, state, created_at)
SELECT 'talk:' || i || ':1', i, 'say', '{}', 'case:' || i, 2, 'at_least_once', 'self', 'sent', i FROM n;
INSERT INTO talk SELECT i, i, i, 'report', '{}', '[]', 1, 0, 'done', i, i FROM n;
INSERT INTO prompt SELECT CAST('p' || i AS BLOB), i, i, 'talk:' || i, '[]', i, i FROM n;
INSERT INTO press SELECT token_hash, 0, '', 1 FROM prompt;
INSERT INTO report_case (
    id, number, community, talk_id, reporter_id, anonymous, on_behalf_of, category, urgency, words, extra,
    estate, building, entrance, flat, place_words, grid, state, version, assignee, assignee_role, route_reason,
    opened_at, changed_at, acknowledge_by, on_site_by, resolve_by, closed_at
)
SELECT
    i, 'N' || i, 'jiangwan', i, i, 0, '', 'lamp', 'normal', 'w', '{}',
    'e', 'b' || (i % 40), '', '', '', 'g', 'handled', 1, 'worker_' || (i % 9), 'worker', '{}',
    i, i, i, i, i, i
FROM n;
INSERT INTO case_entry SELECT i, i, 2, i, '', 'solve', '' FROM n;
INSERT INTO case_follower SELECT i, i + 1, i FROM n;
INSERT INTO case_file SELECT i, i, 'photo', 'f', 'u' || i, 1, 'report', i FROM n;
INSERT INTO album SELECT i, 'a', i, i FROM n;
INSERT INTO audit SELECT i, i, i, 'case.open', 'case:' || i, '{}' FROM n;
INSERT INTO due SELECT i, 'draft_recall', 'talk:' || i, 0, i, 'always', NULL, 'fired', i FROM n;
INSERT INTO task SELECT i, 'draft:' || i, 'jiangwan', 'unsent_draft', 'talk:' || i, '', i, i, i FROM n;
INSERT INTO shown SELECT i, 'case:' || i, i, 0 FROM n;
INSERT INTO chat_gate SELECT i, i, '429', NULL FROM n;
