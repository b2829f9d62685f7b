-- A confidential matter goes from one helper to another, or back to everybody of the role. Each time is recorded, and
-- nobody changes the helper of a matter in any other way. Who gave it out of hand reads it only when it is given back
-- to that very place.

CREATE TABLE private_matter_handover (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    matter_id   INTEGER NOT NULL REFERENCES private_matter (id),
    -- how it stood when it was handed over: once for each standing
    version     INTEGER NOT NULL,
    -- who gave it out of hand, as a person and as a code of the staff list; to whom (empty: to everybody of the role)
    person_id   INTEGER NOT NULL REFERENCES person (id),
    from_helper TEXT    NOT NULL CHECK (from_helper <> ''),
    to_helper   TEXT    NOT NULL CHECK (to_helper <> from_helper),
    at          INTEGER NOT NULL,
    UNIQUE (matter_id, version)
) STRICT;

CREATE TRIGGER private_matter_helper_is_recorded BEFORE UPDATE OF helper ON private_matter
WHEN OLD.helper <> '' AND NEW.helper <> OLD.helper AND NOT EXISTS (
    SELECT 1 FROM private_matter_handover AS given WHERE given.matter_id = OLD.id AND given.version = OLD.version
        AND given.from_helper = OLD.helper AND given.to_helper = NEW.helper
)
BEGIN SELECT RAISE(ABORT, 'a matter changes hands only by a handover'); END;

-- Every confidential conversation that nobody goes on with is found by its age.
DROP INDEX talk_private;
CREATE INDEX talk_private ON talk (changed_at) WHERE script IN (
    'mediation', 'legal_aid', 'private_words', 'matter_reply', 'matter_tell', 'matter_missing', 'matter_end', 'matter_meet',
    'matter_settle', 'matter_withdraw', 'matter_hand_over'
) AND state IN ('open', 'paused');
