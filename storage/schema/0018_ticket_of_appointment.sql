-- Whoever has an appointment and is there stands in the window's line too, with the bounds of the booked time.

ALTER TABLE ticket ADD COLUMN appointment_id INTEGER REFERENCES appointment (id) ON DELETE SET NULL;
ALTER TABLE ticket ADD COLUMN booked_from INTEGER;
ALTER TABLE ticket ADD COLUMN booked_until INTEGER CHECK ((booked_until IS NULL) = (booked_from IS NULL));
CREATE INDEX ticket_appointment ON ticket (appointment_id);
CREATE UNIQUE INDEX ticket_one_for_appointment ON ticket (appointment_id) WHERE state IN ('waiting', 'called');
