-- Whoever checks the same matter again is reminded of the newest check only.
CREATE INDEX pre_check_of_person ON pre_check (person_id, service);
