-- Telegram gives every photo an id that stays the same when it is sent again. It is kept with each change of hands, so that a
-- photo proves one change of hands and no other: neither of another paper nor of the same paper later.
ALTER TABLE custody ADD COLUMN photo_unique TEXT NOT NULL DEFAULT '';

CREATE INDEX custody_photo ON custody (errand_id, photo_unique) WHERE photo_unique <> '';

-- A receipt of an office is one photo for everything that was handed in with it, at that moment.
CREATE TRIGGER custody_photo_proves_once BEFORE INSERT ON custody
WHEN EXISTS (
    SELECT 1 FROM custody WHERE errand_id = NEW.errand_id AND photo_unique = NEW.photo_unique AND photo_unique <> ''
        AND NOT (receiver = 'office' AND NEW.receiver = 'office' AND at = NEW.at)
)
BEGIN SELECT RAISE(ABORT, 'a photo proves one change of hands'); END;

CREATE TRIGGER custody_is_photographed BEFORE INSERT ON custody WHEN NEW.step > 0 AND NEW.photo_unique = ''
BEGIN SELECT RAISE(ABORT, 'every change of hands has a photo of its own'); END;

CREATE TRIGGER custody_photo_stays BEFORE UPDATE OF photo_unique ON custody WHEN OLD.photo_unique <> NEW.photo_unique
BEGIN SELECT RAISE(ABORT, 'a change of hands is never rewritten'); END;
