-- name: take_ticket
-- The next number of a window's day; whoever waits there already gets no second one.
INSERT INTO ticket (
    person_id, community, at_window, day, number, service, name, taken_at, appointment_id, booked_from, booked_until
)
SELECT :person_id, :community, :at_window, :day, coalesce(max(number), 0) + 1, :service, :name, :now,
    :appointment_id, :booked_from, :booked_until FROM ticket
WHERE community = :community AND at_window = :at_window AND day = :day
ON CONFLICT DO NOTHING

-- name: book_ticket
-- Whoever has a number already turns out to have an appointment; it may change the place in the line.
UPDATE ticket SET appointment_id = :appointment_id, booked_from = :booked_from, booked_until = :booked_until
WHERE id = :id AND state = 'waiting' AND appointment_id IS NULL

-- name: newest_ticket_of_appointment
-- With which ticket somebody came for an appointment last.
SELECT * FROM ticket WHERE appointment_id = :appointment_id ORDER BY id DESC LIMIT 1

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

-- name: newest_absent_ticket
-- Who was passed over last at a window.
SELECT * FROM ticket WHERE community = :community AND at_window = :at_window AND day = :day AND state = 'absent'
    AND ended_at >= :since ORDER BY ended_at DESC, id DESC LIMIT 1

-- name: take_absence_back
-- Whoever was passed over by a slip is called still, or first in line again when somebody else was called since.
UPDATE ticket SET ended_at = NULL,
    (state, called_at) = (SELECT CASE WHEN count(*) THEN 'waiting' ELSE 'called' END,
        CASE WHEN count(*) THEN NULL ELSE ticket.called_at END
        FROM ticket AS other WHERE other.community = ticket.community AND other.at_window = ticket.at_window
        AND other.day = ticket.day AND other.id <> ticket.id
        AND (other.state = 'called' OR other.called_at > ticket.ended_at))
WHERE id = :id AND state = 'absent' AND NOT EXISTS (
    SELECT 1 FROM ticket AS again WHERE again.person_id = ticket.person_id AND again.at_window = ticket.at_window
        AND again.day = ticket.day AND again.state IN ('waiting', 'called')
)

-- name: tickets_served
-- How long everybody was served, from being called to being done, in microseconds.
SELECT service, ended_at - called_at FROM ticket
WHERE community = :community AND state = 'finished' AND ended_at >= :since

-- name: forget_old_tickets
-- Tickets of long ago.
DELETE FROM ticket WHERE id IN (SELECT id FROM ticket WHERE taken_at < :before ORDER BY taken_at LIMIT :at_most)
