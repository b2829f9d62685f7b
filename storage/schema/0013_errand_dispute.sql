-- A resident may say that a paper did not change hands as written. The row stays; that it is disputed, and when that was
-- settled, stands beside it. A disputed paper is not handed in, whatever a program does.
ALTER TABLE custody ADD COLUMN disputed_at INTEGER;
ALTER TABLE custody ADD COLUMN settled_at INTEGER CHECK (settled_at IS NULL OR disputed_at IS NOT NULL);

CREATE TRIGGER custody_dispute_stays BEFORE UPDATE ON custody
WHEN (OLD.disputed_at IS NOT NULL AND OLD.disputed_at IS NOT NEW.disputed_at)
    OR (OLD.settled_at IS NOT NULL AND OLD.settled_at IS NOT NEW.settled_at)
BEGIN SELECT RAISE(ABORT, 'a dispute is settled, never erased'); END;

CREATE TRIGGER custody_disputed_is_not_handed_in BEFORE INSERT ON custody
WHEN NEW.receiver = 'office' AND EXISTS (
    SELECT 1 FROM custody WHERE errand_id = NEW.errand_id AND paper = NEW.paper
        AND disputed_at IS NOT NULL AND settled_at IS NULL
)
BEGIN SELECT RAISE(ABORT, 'a disputed paper is not handed in'); END;
