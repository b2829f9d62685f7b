-- Errands: a member of staff does a matter for somebody. Every original that changes hands is a row of a chain
-- that has no gap and no branch, whatever a program does: so each paper has exactly one holder.

CREATE TABLE errand (
    id             INTEGER PRIMARY KEY AUTOINCREMENT,
    number         TEXT    NOT NULL UNIQUE,
    community      TEXT    NOT NULL,
    -- the conversation that it came from, once; the conversation itself is emptied, and removed before the errand is
    talk_id        INTEGER NOT NULL UNIQUE,
    person_id      INTEGER NOT NULL REFERENCES person (id),
    service        TEXT    NOT NULL,
    -- empty: for the person's own self; else for whom, and on what grounds
    for_whom       TEXT    NOT NULL,
    basis          TEXT    NOT NULL,
    name           TEXT    NOT NULL,
    priority       TEXT    NOT NULL CHECK (priority <> ''),
    rank           INTEGER NOT NULL,
    building       TEXT    NOT NULL,
    entrance       TEXT    NOT NULL,
    flat           TEXT    NOT NULL,
    place_words    TEXT    NOT NULL,
    grid           TEXT    NOT NULL,
    at_home        TEXT    NOT NULL,
    -- the words that were shown and agreed to, letter for letter
    authorisation  TEXT    NOT NULL CHECK (authorisation <> ''),
    wording        INTEGER NOT NULL CHECK (wording > 0),
    authorised_at  INTEGER NOT NULL,
    good_until     INTEGER NOT NULL,
    recalled_at    INTEGER,
    state          TEXT    NOT NULL CHECK (state IN (
        'asked', 'accepted', 'collected', 'handed_in', 'ready', 'returned', 'problem', 'recalled', 'declined', 'cancelled'
    )),
    -- the state before a problem; empty otherwise
    before_problem TEXT    NOT NULL DEFAULT '',
    reason         TEXT    NOT NULL DEFAULT '',
    assignee       TEXT    NOT NULL,
    assignee_role  TEXT    NOT NULL,
    promised_by    INTEGER NOT NULL,
    opened_at      INTEGER NOT NULL,
    closed_at      INTEGER,
    -- counts the times that a paper changed hands
    hands          INTEGER NOT NULL DEFAULT 0,
    version        INTEGER NOT NULL DEFAULT 1,
    changed_at     INTEGER NOT NULL,
    CHECK ((for_whom = '') = (basis = '')),
    CHECK ((state IN ('returned', 'declined', 'cancelled')) = (closed_at IS NOT NULL)),
    CHECK ((state = 'problem') = (before_problem <> '')),
    -- without an authorisation nothing is handed in
    CHECK (recalled_at IS NULL OR state IN ('recalled', 'returned', 'cancelled'))
) STRICT;
CREATE UNIQUE INDEX errand_one ON errand (person_id, service, for_whom) WHERE closed_at IS NULL;
CREATE INDEX errand_of_person ON errand (person_id, opened_at);
CREATE INDEX errand_open ON errand (community, rank, promised_by) WHERE closed_at IS NULL;
CREATE INDEX errand_age ON errand (closed_at) WHERE closed_at IS NOT NULL;

-- One row each time that an original changes hands. Step 0 is where it came from. The row that brought it to the giver is
-- named by a foreign key, together with who got it then: nobody gives what he has not got, and no step is left out.
CREATE TABLE custody (
    errand_id   INTEGER NOT NULL REFERENCES errand (id),
    paper       TEXT    NOT NULL CHECK (paper <> ''),
    step        INTEGER NOT NULL CHECK (step >= 0),
    giver       TEXT    NOT NULL,
    receiver    TEXT    NOT NULL CHECK (receiver <> '' AND receiver <> giver),
    name        TEXT    NOT NULL,
    at          INTEGER NOT NULL,
    photo       TEXT    NOT NULL,
    given_at    INTEGER,
    received_at INTEGER,
    before_step INTEGER GENERATED ALWAYS AS (CASE WHEN step > 0 THEN step - 1 END) STORED,
    PRIMARY KEY (errand_id, paper, step),
    UNIQUE (errand_id, paper, step, receiver),
    FOREIGN KEY (errand_id, paper, before_step, giver) REFERENCES custody (errand_id, paper, step, receiver),
    CHECK (step > 0 OR (giver = '' AND receiver = 'resident')),
    -- every change of hands is photographed
    CHECK (step = 0 OR photo <> '')
) STRICT;

-- What was written down about a change of hands stays; a confirmation is given once and not taken back.
CREATE TRIGGER custody_is_not_changed BEFORE UPDATE ON custody
WHEN OLD.errand_id <> NEW.errand_id OR OLD.paper <> NEW.paper OR OLD.step <> NEW.step OR OLD.giver <> NEW.giver
    OR OLD.receiver <> NEW.receiver OR OLD.name <> NEW.name OR OLD.at <> NEW.at OR OLD.photo <> NEW.photo
    OR (OLD.given_at IS NOT NULL AND OLD.given_at IS NOT NEW.given_at)
    OR (OLD.received_at IS NOT NULL AND OLD.received_at IS NOT NEW.received_at)
BEGIN SELECT RAISE(ABORT, 'a change of hands is never rewritten'); END;

-- No link is taken out of a chain: it goes as a whole, after its errand has ended.
CREATE TRIGGER custody_is_not_broken BEFORE DELETE ON custody
WHEN EXISTS (SELECT 1 FROM errand WHERE id = OLD.errand_id AND closed_at IS NULL)
BEGIN SELECT RAISE(ABORT, 'an errand that goes on keeps its chain'); END;

-- An errand does not end while somebody of the staff has a paper.
CREATE TRIGGER errand_ends_with_empty_hands BEFORE UPDATE OF closed_at ON errand
WHEN NEW.closed_at IS NOT NULL AND EXISTS (
    SELECT 1 FROM custody WHERE errand_id = NEW.id AND receiver LIKE 'staff:%' AND NOT EXISTS (
        SELECT 1 FROM custody AS next WHERE next.errand_id = custody.errand_id AND next.paper = custody.paper
            AND next.step = custody.step + 1
    )
)
BEGIN SELECT RAISE(ABORT, 'somebody still has a paper'); END;
