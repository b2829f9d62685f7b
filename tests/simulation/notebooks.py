"""What the simulation writes down beside the program, in the same transaction as what happened.

`now_there` is the world's time. The program never reads any of it.
"""

NOTEBOOKS = (
    "CREATE TABLE worked_on (inbox INTEGER NOT NULL)",
    "CREATE TABLE confided (matter INTEGER NOT NULL, words TEXT NOT NULL)",
    """CREATE TRIGGER notes_what_is_confided AFTER INSERT ON private_matter_content BEGIN
        INSERT INTO confided VALUES (NEW.matter_id, NEW.words || ' ' || NEW.other_side || ' '
            || NEW.wish || ' ' || NEW.reach || ' ' || NEW.name); END""",
    """CREATE TRIGGER notes_what_came_of_it AFTER UPDATE ON private_matter_content BEGIN
        INSERT INTO confided VALUES (NEW.matter_id, NEW.meeting || ' ' || NEW.later); END""",
    """CREATE TRIGGER notes_what_is_said AFTER INSERT ON private_matter_note BEGIN
        INSERT INTO confided VALUES (NEW.matter_id, NEW.words); END""",
    "CREATE TABLE consented (check_id INTEGER NOT NULL, at INTEGER NOT NULL)",
    """CREATE TRIGGER notes_consent AFTER INSERT ON photo_consent BEGIN
        INSERT INTO consented VALUES (NEW.check_id, now_there()); END""",
    "CREATE TABLE said_yes (check_id INTEGER NOT NULL)",
    # The conversation is emptied when it ends; that somebody has agreed stands there until then.
    """CREATE TRIGGER notes_who_says_yes AFTER UPDATE ON talk WHEN NEW.script = 'paper_photo'
        AND instr(NEW.answers, '["agree","agree"]') BEGIN
        INSERT INTO said_yes VALUES (json_extract(NEW.start, '$.check')); END""",
    """CREATE TABLE photographed (file_id TEXT NOT NULL, check_id INTEGER NOT NULL,
        photo INTEGER NOT NULL)""",
    """CREATE TRIGGER notes_photos AFTER INSERT ON paper_photo BEGIN
        INSERT INTO photographed VALUES (NEW.file_id, NEW.check_id, NEW.id); END""",
)
