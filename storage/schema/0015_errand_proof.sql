-- Who speaks for somebody else shows a proof, and the worker confirms having seen it: what, who, when. Before that no original
-- leaves the resident's hands, whatever a program does. What was seen stays.
ALTER TABLE errand ADD COLUMN proof TEXT NOT NULL DEFAULT '' CHECK (proof IN ('', 'signed', 'guardian', 'in_person'));
ALTER TABLE errand ADD COLUMN proof_seen_by INTEGER REFERENCES person (id) CHECK ((proof = '') = (proof_seen_by IS NULL));
ALTER TABLE errand ADD COLUMN proof_seen_name TEXT NOT NULL DEFAULT '';
ALTER TABLE errand ADD COLUMN proof_seen_at INTEGER CHECK ((proof = '') = (proof_seen_at IS NULL));

CREATE TRIGGER custody_rests_on_a_proof BEFORE INSERT ON custody
WHEN NEW.giver = 'resident' AND EXISTS (SELECT 1 FROM errand WHERE id = NEW.errand_id AND for_whom <> '' AND proof = '')
BEGIN SELECT RAISE(ABORT, 'nobody has seen the proof'); END;

CREATE TRIGGER errand_proof_stays BEFORE UPDATE OF proof, proof_seen_by, proof_seen_name, proof_seen_at ON errand
WHEN OLD.proof <> '' AND (
    OLD.proof <> NEW.proof OR OLD.proof_seen_by <> NEW.proof_seen_by OR OLD.proof_seen_name <> NEW.proof_seen_name
    OR OLD.proof_seen_at <> NEW.proof_seen_at
)
BEGIN SELECT RAISE(ABORT, 'what was seen stays'); END;
