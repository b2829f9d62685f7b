-- name: add_offer_request
-- Somebody asks for an offer; a place that has just gone, or a second open request for the same, changes nothing.
INSERT INTO offer_request (
    person_id, community, offer, organisation, day, opens, closes, starts_at, ends_at, place, places,
    at_home, building, entrance, flat, place_words, note, name, changed_at
) VALUES (
    :person_id, :community, :offer, :organisation, :day, :opens, :closes, :starts_at, :ends_at, :place, :places,
    :at_home, :building, :entrance, :flat, :place_words, :note, :name, :now
) ON CONFLICT DO NOTHING

-- name: move_offer_request
-- How it stands changes, from how it was read.
UPDATE offer_request SET state = :state, reason = :reason, version = version + 1, changed_at = :now
WHERE id = :id AND version = :version

-- name: propose_offer_time
-- Another time; the place of the earlier one is free at once, and that of the new one is kept.
UPDATE offer_request SET state = 'proposed', day = :day, opens = :opens, closes = :closes, starts_at = :starts_at,
    ends_at = :ends_at, place = :place, places = :places, version = version + 1, changed_at = :now
WHERE id = :id AND version = :version AND NOT EXISTS (
    SELECT 1 FROM offer_request AS other WHERE other.community = offer_request.community AND other.offer = offer_request.offer
        AND other.starts_at = :starts_at AND other.place = :place AND other.place > 0
        AND other.state NOT IN ('declined', 'withdrawn') AND other.id <> :id
)

-- name: note_offer_reached
-- The organisation's contact has been told.
UPDATE offer_request SET reached = 1 WHERE id = :id

-- name: end_offer_requests
-- Those of a person whose time is past do not stand in the way of a new one.
UPDATE offer_request SET state = 'over', version = version + 1, changed_at = :now
WHERE person_id = :person_id AND state IN ('requested', 'proposed', 'agreed') AND ends_at <= :now

-- name: offer_request_by_id
-- One request.
SELECT * FROM offer_request WHERE id = :id

-- name: offer_requests_of_person
-- What somebody has asked for and is not past, the next one first.
SELECT * FROM offer_request
WHERE person_id = :person_id AND state IN ('requested', 'proposed', 'agreed') AND ends_at > :now ORDER BY starts_at, id

-- name: offer_requests_of_organisation
-- What an organisation has to answer or to do, the next one first.
SELECT * FROM offer_request
WHERE community = :community AND organisation = :organisation AND state IN ('requested', 'proposed', 'agreed')
    AND ends_at > :since ORDER BY starts_at, id LIMIT :at_most

-- name: offer_places_taken
-- The places of an offer that are taken from an instant on.
SELECT day, opens, closes, place FROM offer_request
WHERE community = :community AND offer = :offer AND starts_at >= :since AND place > 0
    AND state NOT IN ('declined', 'withdrawn') ORDER BY starts_at, place

-- name: forget_old_offer_requests
-- Requests that are long over.
DELETE FROM offer_request WHERE id IN (
    SELECT id FROM offer_request WHERE changed_at < :before AND ends_at < :before ORDER BY changed_at LIMIT :at_most
)
