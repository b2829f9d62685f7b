-- name: book_appointment
-- Somebody takes a place of a time; a place that has just gone, or a second appointment for the matter, changes nothing.
INSERT INTO appointment (
    person_id, community, service, at_window, day, opens, closes, starts_at, ends_at, place, places, name, changed_at
) VALUES (
    :person_id, :community, :service, :at_window, :day, :opens, :closes, :starts_at, :ends_at, :place, :places, :name, :now
) ON CONFLICT DO NOTHING

-- name: move_appointment
-- Another time; the earlier place is free at once. The version keeps two moves from the same standing apart.
UPDATE appointment SET at_window = :at_window, day = :day, opens = :opens, closes = :closes,
    starts_at = :starts_at, ends_at = :ends_at, place = :place, places = :places, name = :name,
    version = version + 1, changed_at = :now
WHERE id = :id AND version = :version AND state = 'booked' AND NOT EXISTS (
    SELECT 1 FROM appointment AS other WHERE other.community = appointment.community AND other.at_window = :at_window
        AND other.starts_at = :starts_at AND other.place = :place AND other.state <> 'cancelled' AND other.id <> :id
)

-- name: cancel_appointment
-- Somebody will not come; the place is free at once.
UPDATE appointment SET state = 'cancelled', version = version + 1, changed_at = :now
WHERE id = :id AND state = 'booked'

-- name: end_appointments
-- Those of a person whose time is past do not stand in the way of a new one.
UPDATE appointment SET state = 'over', version = version + 1, changed_at = :now
WHERE person_id = :person_id AND state = 'booked' AND ends_at <= :now

-- name: end_appointment
-- The matter was done at the window.
UPDATE appointment SET state = 'over', version = version + 1, changed_at = :now WHERE id = :id AND state = 'booked'

-- name: appointment_by_id
-- One appointment.
SELECT * FROM appointment WHERE id = :id

-- name: appointments_of_person
-- What somebody has booked and is not past, the next one first.
SELECT * FROM appointment WHERE person_id = :person_id AND state = 'booked' AND ends_at > :now ORDER BY starts_at, id

-- name: appointments_of_day
-- Who comes on a day, in the order of the times.
SELECT * FROM appointment WHERE community = :community AND day = :day AND state <> 'cancelled' ORDER BY opens, at_window, id

-- name: places_taken_on
-- The places of a window that are taken from an instant on.
SELECT day, opens, closes, place FROM appointment
WHERE community = :community AND at_window = :at_window AND state <> 'cancelled' AND starts_at >= :since
ORDER BY starts_at, place

-- name: forget_old_appointments
-- Appointments that are long past.
DELETE FROM appointment WHERE id IN (
    SELECT id FROM appointment WHERE ends_at < :before ORDER BY ends_at LIMIT :at_most
)
