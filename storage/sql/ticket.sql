-- name: take_ticket
-- The next number of a window's day; whoever waits there already gets no second one.
INSERT INTO ticket (person_id, community, at_window, day, number, service, name, taken_at)
SELECT :person_id, :community, :at_window, :day, coalesce(max(number), 0) + 1, :service, :name, :now FROM ticket
WHERE community = :community AND at_window = :at_window AND day = :day
ON CONFLICT DO NOTHING

-- name: ticket_by_id
-- One ticket.
SELECT * FROM ticket WHERE id = :id

-- name: ticket_of_person
-- With which ticket somebody waits at a window, or is called there.
SELECT * FROM ticket
WHERE person_id = :person_id AND at_window = :at_window AND day = :day AND state IN ('waiting', 'called')

-- name: open_tickets
-- Who is called and who waits on a day, window by window, in order.
SELECT * FROM ticket WHERE community = :community AND day = :day AND state IN ('waiting', 'called')
ORDER BY at_window, number

-- name: call_ticket
-- Somebody's turn has come, while nobody else is called at the same window.
UPDATE ticket SET state = 'called', called_at = :now WHERE id = :id AND state = 'waiting' AND NOT EXISTS (
    SELECT 1 FROM ticket AS other WHERE other.community = ticket.community AND other.at_window = ticket.at_window
        AND other.day = ticket.day AND other.state = 'called'
)

-- name: end_ticket
-- Done, not there when called, or gone before: from one standing only.
UPDATE ticket SET state = :state, ended_at = :now WHERE id = :id AND state = :from_state

-- name: tickets_served
-- How long everybody was served, from being called to being done, in microseconds.
SELECT service, ended_at - called_at FROM ticket
WHERE community = :community AND state = 'finished' AND ended_at >= :since

-- name: forget_old_tickets
-- Tickets of long ago.
DELETE FROM ticket WHERE id IN (SELECT id FROM ticket WHERE taken_at < :before ORDER BY taken_at LIMIT :at_most)
