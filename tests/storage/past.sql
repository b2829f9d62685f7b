-- What is over, as often as the temporary table `n` has rows: settled updates, sent messages, cases of which half are closed.
PRAGMA foreign_keys = OFF;

INSERT INTO person (id, telegram_id, name, language, community, state, created_at)
SELECT i, i + 5, 'n', 'en', 'jiangwan', 'active', i FROM n;
INSERT INTO inbox (id, bot_id, update_id, lane, kind, raw, received_at, state, attempts, not_before, epoch, error, done_at)
SELECT i, 1, i, 'c:' || i, 'message', x'', i, 'done', 1, 0, 1, '', i FROM n;
INSERT INTO outbox (once, chat_id, kind, content, subject, haste, policy, audience, state, created_at)
SELECT 'talk:' || i || ':1', i, 'say', '{}', 'case:' || i, 2, 'at_least_once', 'self', 'sent', i FROM n;
INSERT INTO talk (id, person_id, chat_id, script, start, answers, version, page, state, opened_at, changed_at)
SELECT i, i, i, 'report', '{}', '[]', 1, 0, 'done', i, i FROM n;
INSERT INTO prompt (token_hash, person_id, chat_id, subject, actions, created_at, expires_at)
SELECT CAST('p' || i AS BLOB), i, i, 'talk:' || i, '[]', i, i FROM n;
INSERT INTO press (token_hash, position, result, pressed_at)
SELECT token_hash, 0, '', 1 FROM prompt;
INSERT INTO report_case (
    id, number, community, talk_id, reporter_id, anonymous, on_behalf_of, category, urgency, words, extra,
    estate, building, entrance, flat, place_words, grid, state, version, assignee, assignee_role, route_reason,
    opened_at, changed_at, acknowledge_by, on_site_by, resolve_by, closed_at
)
SELECT
    i, 'N' || i, 'jiangwan', i, i, 0, '', 'lamp', 'normal', 'w', '{}',
    'e', 'b' || (i % 40), '', '', '', 'g', iif(i % 2, 'handled', 'accepted'), 1, 'worker_' || (i % 9), 'worker', '{}',
    i, i, i, i, i, iif(i % 2, i, NULL)
FROM n;
INSERT INTO case_entry (id, case_id, version, at, by_staff, move, words)
SELECT i, i, 2, i, '', 'solve', '' FROM n;
INSERT INTO case_follower (case_id, person_id, since)
SELECT i, i + 1, i FROM n;
INSERT INTO case_file (id, case_id, kind, file_id, file_unique_id, size, stage, added_at)
SELECT i, i, 'photo', 'f', 'u' || i, 1, 'report', i FROM n;
INSERT INTO album (chat_id, album, talk_id, case_id)
SELECT i, 'a', i, i FROM n;
INSERT INTO audit (id, at, person_id, action, subject, detail)
SELECT i, i, i, 'case.open', 'case:' || i, '{}' FROM n;
INSERT INTO due (id, kind, subject, occurrence, due_at, late_policy, valid_until, state, fired_at)
SELECT i, 'draft_recall', 'talk:' || i, 0, i, 'always', NULL, 'fired', i FROM n;
INSERT INTO task (id, once, community, kind, subject, detail, created_at, done_at, done_by)
SELECT i, 'draft:' || i, 'jiangwan', 'unsent_draft', 'talk:' || i, '', i, i, i FROM n;
INSERT INTO shown (chat_id, subject, message_id, has_photo)
SELECT i, 'case:' || i, i, 0 FROM n;
INSERT INTO chat_gate (chat_id, hold_until, reason, moved_to)
SELECT i, i, '429', NULL FROM n;
INSERT INTO pre_check (id, talk_id, person_id, community, service, answers, held, version, changed_at)
SELECT i, i, i, 'jiangwan', 'senior_card', '{}', '{}', 1, 1000 + i FROM n;
INSERT INTO photo_consent (check_id, agreed_at) SELECT i, 1000 + i FROM n;
INSERT INTO paper_photo (
    id, check_id, paper, file_kind, file_id, file_unique_id, size, claimed, state, seen_by, not_before, sent_at
)
SELECT i, i, 'id_card', 'photo', '', '', 7, '', 'fine', 'clerk_1', 1000 + i, 1000 + i FROM n;
INSERT INTO list_consent (check_id, agreed, decided_at) SELECT i, 1, 1000 + i FROM n;
INSERT INTO appointment (
    id, person_id, community, service, at_window, day, opens, closes, starts_at, ends_at, place, places, name, state, changed_at
)
SELECT i, i, 'jiangwan', 'senior_card', 'W3', '2026-01-01', 540, 570, 1000 + i, 2000 + i, 1, 2, '', 'over', 1000 + i FROM n;
INSERT INTO ticket (
    id, person_id, community, at_window, day, number, service, name, state, taken_at, called_at, ended_at
)
SELECT i, i, 'jiangwan', 'W3', '2026-01-01', i, 'senior_card', '', 'finished', 1000 + i, 1000 + i, 2000 + i FROM n;
INSERT INTO person_consent (person_id, agreed, decided_at) SELECT i, 1, i FROM n;
INSERT INTO person_fact (person_id, question, answer, told_at) SELECT i, 'married', 1, i FROM n;
INSERT INTO offer_request (
    id, person_id, community, offer, organisation, day, opens, closes, starts_at, ends_at, place, places,
    at_home, building, entrance, flat, place_words, note, name, state, changed_at
)
SELECT i, i, 'jiangwan', 'lunch', 'canteen', '2026-01-01', 540, 570, 1000 + i, 2000 + i, 1, 30,
    0, '', '', '', '', '', '', 'done', 1000 + i FROM n;
INSERT INTO topic_follower (community, topic, person_id, since) SELECT 'jiangwan', 'topic_' || i, i, i FROM n;
INSERT INTO notice (id, talk_id, person_id, community, staff_code, topic, words, photo, until_day, expires_at, state, created_at)
SELECT i, i, i, 'jiangwan', 'clerk_1', 'jobs', '', '', '2026-01-01', 1000 + i, 'sent', i FROM n;
INSERT INTO errand (
    id, number, community, talk_id, person_id, service, for_whom, basis, name, priority, rank, building, entrance, flat,
    place_words, grid, at_home, authorisation, wording, authorised_at, good_until, state, assignee, assignee_role,
    promised_by, opened_at, closed_at, changed_at
)
SELECT i, 'E' || i, 'jiangwan', i, i, 'senior_card', '', '', '', 'old', 3, '', '', '', '', '', '', 'words', 1, i, 2000 + i,
    'returned', 'worker_1', 'worker', 1000 + i, i, 1000 + i, 1000 + i FROM n;
INSERT INTO custody (errand_id, paper, step, giver, receiver, name, at, photo) SELECT i, 'id_card', 0, '', 'resident', '', i, '' FROM n;
