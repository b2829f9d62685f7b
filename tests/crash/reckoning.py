"""The reckoning afterwards: what the alley, Telegram and the disk say must fit together."""

import json
import shutil
import sqlite3
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from playground.server import Playground
from playground.updates import FIRST_UPDATE_ID
from tests.crash.keys import Key, Keys, of_message, seen
from tests.crash.weather import UNSURE

EXTRA_COPIES_A_KILL = 4
Row = sqlite3.Row


_WORDS = """
SELECT report_case.words, person.telegram_id FROM report_case
LEFT JOIN person ON person.id = reporter_id
"""
"""What staff write once too often begins a report of theirs; what residents write is counted."""


@dataclass
class Books:
    """A copy of the database, as the kill left it."""

    path: Path
    connection: sqlite3.Connection

    @classmethod
    def copied(cls, database: Path, target: Path) -> "Books":
        """Copy the file with its log.

        So that nothing is recovered in the original but by the bot.
        """
        target.mkdir(exist_ok=True)
        for name in (database.name, f"{database.name}-wal"):
            (target / name).unlink(missing_ok=True)
            if database.with_name(name).exists():
                shutil.copyfile(database.with_name(name), target / name)
        connection = sqlite3.connect(target / database.name, check_same_thread=False)
        connection.row_factory = sqlite3.Row
        return cls(target, connection)

    def all(self, query: str) -> list[Row]:
        """Read."""
        return self.rows(query)

    def rows(self, sql: str, *values: object) -> list[Row]:
        """Read, as the promises of `tests/simulation` ask."""
        return self.connection.execute(sql, values).fetchall()

    def damage(self) -> Iterator[str]:
        """Look for anything that is broken in the file itself."""
        for row in self.all("PRAGMA integrity_check"):
            if row[0] != "ok":
                yield f"integrity_check: {row[0]}"
        for row in self.all("PRAGMA foreign_key_check"):
            yield f"foreign_key_check: {tuple(row)}"

    def update_ids(self) -> set[int]:
        """Return which updates are on the disk."""
        return {row[0] for row in self.all("SELECT update_id FROM inbox")}

    def close(self) -> None:
        """Let go of it."""
        self.connection.close()


def confirmed(playground: Playground) -> set[int]:
    """Return the updates that Telegram will not deliver again.

    The bot has said that it has them.
    """
    queue = playground.world.updates
    return set(range(FIRST_UPDATE_ID, queue.next_id)) - set(queue.pending)


@dataclass
class Reckoning:
    """Everything there is to compare at the end."""

    books: Books
    playground: Playground
    keys: Keys
    reported: Sequence[str]
    staff: frozenset[int]
    broken: frozenset[int]
    kills: int
    figures: dict[str, int] = field(default_factory=dict)

    def complaints(self) -> list[str]:
        """Return everything that does not fit.

        Nothing, if nothing was lost, doubled or missing.
        """
        checks = (
            self.books.damage,
            self.updates,
            self.cases,
            self.moves,
            self.plans,
            self.messages,
        )
        return [complaint for check in checks for complaint in check()]

    def updates(self) -> Iterator[str]:
        """Every update is on the disk and settled; what nobody can read is a person's task."""
        states = {row[0]: row[1] for row in self.books.all("SELECT update_id, state FROM inbox")}
        self.figures["updates"] = len(states)
        for update_id in sorted(confirmed(self.playground)):
            allowed = {"dead"} if update_id in self.broken else {"done", "ignored"}
            if states.get(update_id) not in allowed:
                yield f"update {update_id} is {states.get(update_id, 'lost')}"
        tasks = self.books.all("SELECT count(*) FROM task WHERE kind = 'dead_letter'")[0][0]
        if tasks != len(self.broken):
            yield f"{tasks} tasks about {len(self.broken)} unreadable updates"

    def cases(self) -> Iterator[str]:
        """Every report has led to one case, or to following one."""
        words = [row[0] for row in self.books.all(_WORDS) if row[1] not in self.staff]
        found = Counter(key for each in words for key in self._keys_in(each))
        joined = self._joined()
        self.figures |= {
            "reports": len(self.reported),
            "cases": len(words),
            "joined": sum(joined.values()),
        }
        for key in self.reported:
            if found[key] + joined[key] != 1:
                yield f"report {key} led to {found[key]} cases and {joined[key]} joinings"
        for each in words:
            if not self._keys_in(each):
                yield f"a case that nobody has reported: {each}"

    def _keys_in(self, words: str) -> set[str]:
        """Return the reports that a text is made of: what is said besides stands there as well."""
        return set(words.split()) & set(self.reported)

    def _joined(self) -> Counter[str]:
        talks = {row[0]: row[1] for row in self.books.all("SELECT id, answers FROM talk")}
        details = self.books.all("SELECT detail FROM audit WHERE action = 'case.follow'")
        answers = [json.loads(talks[json.loads(row[0])["talk"]]) for row in details]
        told = (str(dict(each)["words"]) for each in answers)
        return Counter(key for words in told for key in self._keys_in(words))

    def moves(self) -> Iterator[str]:
        """Find cases that were accepted or solved twice, or whose version does not count moves."""
        once = "SELECT case_id, move, count(*) FROM case_entry WHERE move IN ('accept', 'solve')"
        for row in self.books.all(f"{once} GROUP BY case_id, move HAVING count(*) > 1"):
            yield f"case {row[0]}: {row[1]} happened {row[2]} times"
        uneven = "SELECT id FROM report_case WHERE version <> 1 + (SELECT count(*) FROM case_entry"
        for row in self.books.all(f"{uneven} WHERE case_id = report_case.id)"):
            yield f"case {row[0]} has another version than it has moves"
        self.figures["moves"] = self.books.all("SELECT count(*) FROM case_entry")[0][0]

    def plans(self) -> Iterator[str]:
        """Find what has fired without a later plan or a conversation that is over."""
        fired = self.books.all(
            "SELECT subject, occurrence FROM due WHERE state = 'fired' AND kind = 'draft_recall'"
        )
        self.figures["fired"] = len(fired)
        later = {tuple(row) for row in self.books.all("SELECT subject, occurrence FROM due")}
        clerks = "SELECT subject FROM due WHERE kind = 'draft_to_clerks'"
        to_clerks = {row[0] for row in self.books.all(clerks)}
        over = "SELECT 'talk:' || id FROM talk WHERE state IN ('done', 'cancelled')"
        talks_over = {row[0] for row in self.books.all(over)}
        for subject, occurrence in fired:
            if (subject, occurrence + 1) not in later and subject not in to_clerks | talks_over:
                yield f"{subject}: fired without any effect"

    def messages(self) -> Iterator[str]:
        """Every message was seen; every further copy has its recorded doubt.

        Cards are up to date.
        """
        rows = self.books.all("SELECT * FROM outbox")
        self.figures["messages"] = len(rows)
        for row in rows:
            yield from _unsettled(row)
        yield from self._copies(rows)
        yield from self._cards()

    def _copies(self, rows: Sequence[Row]) -> Iterator[str]:
        groups: defaultdict[Key, list[Row]] = defaultdict(list)
        for row in rows:
            if row["kind"] != "answer_press":
                groups[self.keys.of_row(row)].append(row)
        copies_of, edits_of = seen(self.playground.world.calls.calls)
        extra = 0
        for key, group in groups.items():
            sent = sum(row["state"] == "sent" for row in group)
            doubts = sum(row["ambiguous"] for row in group)
            copies, edits = copies_of[key], edits_of[key]
            if copies + edits < sent:
                yield f"{key}: {sent} messages, but Telegram has seen {copies} and {edits} edits"
            if copies > sent + doubts:
                yield f"{key}: {copies} copies of {sent} messages with {doubts} doubts"
            extra += max(0, copies - sent)
        yield from self._figures(rows, extra)

    def _figures(self, rows: Sequence[Row], extra: int) -> Iterator[str]:
        doubts = sum(row["ambiguous"] for row in rows)
        lost = sum(call.status in UNSURE for call in self.playground.world.calls.calls)
        self.figures |= {"extra copies": extra, "doubts": doubts, "unsure answers": lost}
        if doubts > EXTRA_COPIES_A_KILL * self.kills + lost:
            yield f"{doubts} doubts after {self.kills} kills and {lost} unsure answers"

    def _cards(self) -> Iterator[str]:
        """Find cards that are not the newest in their chat, or show another state."""
        states = {f"{row['id']}": row for row in self.books.all("SELECT * FROM report_case")}
        latest = self.books.all(
            "SELECT *, max(id) FROM outbox "
            "WHERE subject LIKE 'case:%' AND state = 'sent' GROUP BY chat_id, subject"
        )
        shown = {
            (row["chat_id"], row["subject"]): row["message_id"]
            for row in self.books.all("SELECT * FROM shown")
        }
        self.figures["cards"] = len(latest)
        for row in latest:
            case = states[row["subject"].split(":")[1]]
            told = json.loads(row["content"])["parameters"]
            if told["state"] != case["state"]:
                where = f"{row['subject']} in {row['chat_id']}"
                yield f"{where} shows {told['state']}: {case['state']}"
            message_id = shown.get((row["chat_id"], row["subject"]), 0)
            yield from self._newest(row, case["number"], message_id)

    def _of_the_other_card(self, row: Row) -> set[int]:
        """Return what shows the same case to the same person in another role.

        A worker who has reported something has it on his desk, too.
        """
        card, is_staff, _ = row["subject"].partition(":staff")
        other = card if is_staff else f"{card}:staff"
        chat_id = int(row["chat_id"])
        sent = f"SELECT message_id FROM outbox WHERE chat_id = {chat_id} AND subject = '{other}'"  # noqa: S608 - our own numbers
        messages = self.playground.world.chats[chat_id].messages
        known = {each[0] for each in self.books.all(sent)} & set(messages)
        texts = {messages[message_id].text for message_id in known}
        return {each.message_id for each in messages.values() if each.text in texts}

    def _newest(self, row: Row, number: str, message_id: int) -> Iterator[str]:
        messages = self.playground.world.chats[row["chat_id"]].messages
        bot = self.playground.world.bot.id
        others = self._of_the_other_card(row)
        cards = [
            each.message_id
            for each in messages.values()
            if each.sender.id == bot
            and f"\n{number}\n" in each.text
            and each.message_id not in others
        ]
        where = f"{row['subject']} in {row['chat_id']}"
        if not cards or max(cards) != message_id:
            yield f"{where}: {message_id} is shown, the newest of {cards} is another"
        elif self.keys.of_row(row) != of_message(row["chat_id"], messages[message_id]):
            yield f"{where}: {message_id} does not show what was last said"


def _unsettled(row: Row) -> Iterator[str]:
    allowed = {"sent", "superseded"} | ({"expired"} if row["kind"] == "answer_press" else set())
    if row["state"] not in allowed:
        yield f"message {row['id']} ({row['kind']}) is {row['state']}: {row['last_error']}"
