-- What is denied, signed for on paper, found false; and whether an errand that ended has reached what it was asked for.
ALTER TABLE errand ADD COLUMN ready_at INTEGER;
-- The end of an errand is denied: it goes on until the papers are found, and does not hinder a new one for the same matter.
ALTER TABLE errand ADD COLUMN reopened_at INTEGER;
DROP INDEX errand_one;
CREATE UNIQUE INDEX errand_one ON errand (person_id, service, for_whom) WHERE closed_at IS NULL AND reopened_at IS NULL;

-- Somebody at home has signed a receipt on paper, which was photographed: who, when. It is written once.
ALTER TABLE custody ADD COLUMN door_at INTEGER;
ALTER TABLE custody ADD COLUMN door_name TEXT NOT NULL DEFAULT '' CHECK ((door_at IS NULL) = (door_name = ''));
ALTER TABLE custody ADD COLUMN door_photo TEXT NOT NULL DEFAULT '' CHECK ((door_at IS NULL) = (door_photo = ''));
ALTER TABLE custody ADD COLUMN door_unique TEXT NOT NULL DEFAULT '' CHECK ((door_at IS NULL) = (door_unique = ''));
-- It was found (by whom) that a change of hands was never so. Only what was disputed is looked into.
ALTER TABLE custody ADD COLUMN refuted_by INTEGER REFERENCES person (id) CHECK (refuted_by IS NULL OR settled_at IS NOT NULL);

CREATE TRIGGER custody_word_stays BEFORE UPDATE ON custody
WHEN (OLD.door_at IS NOT NULL AND (
        OLD.door_at IS NOT NEW.door_at OR OLD.door_name <> NEW.door_name OR OLD.door_photo <> NEW.door_photo
        OR OLD.door_unique <> NEW.door_unique))
    OR (OLD.refuted_by IS NOT NULL AND OLD.refuted_by IS NOT NEW.refuted_by)
BEGIN SELECT RAISE(ABORT, 'what was signed or found stays'); END;

-- Whoever never gave a paper has it still: only the link that says so needs no photo of its own.
DROP TRIGGER custody_is_photographed;
CREATE TRIGGER custody_is_photographed BEFORE INSERT ON custody
WHEN NEW.step > 0 AND NEW.photo_unique = '' AND NOT EXISTS (
    SELECT 1 FROM custody WHERE errand_id = NEW.errand_id AND paper = NEW.paper AND step = NEW.step - 1
        AND refuted_by IS NOT NULL AND giver = NEW.receiver
)
BEGIN SELECT RAISE(ABORT, 'every change of hands has a photo of its own'); END;

-- An errand does not end while the resident says that a paper has not come back.
CREATE TRIGGER errand_ends_undenied BEFORE UPDATE OF closed_at ON errand
WHEN NEW.closed_at IS NOT NULL AND EXISTS (
    SELECT 1 FROM custody WHERE errand_id = NEW.id AND receiver = 'resident' AND disputed_at IS NOT NULL AND settled_at IS NULL
        AND NOT EXISTS (
            SELECT 1 FROM custody AS next WHERE next.errand_id = custody.errand_id AND next.paper = custody.paper
                AND next.step = custody.step + 1
        )
)
BEGIN SELECT RAISE(ABORT, 'a return is denied'); END;
