"""Errands: every original has one holder at each moment, and nothing is lost between two hands."""

import json
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from sqlite3 import Row

from tests.simulation.record import Record, Rows

RESIDENT, STAFF = "resident", "staff:"
ENDED = frozenset({"returned", "declined", "cancelled"})


def each_original_has_one_holder(record: Rows) -> Iterator[str]:
    """See that every chain begins with the resident and is handed on by whoever has the paper."""
    for (errand, paper), chain in _chains(record).items():
        what = f"{paper} of errand {errand}"
        if [row["step"] for row in chain] != list(range(len(chain))):
            yield f"the chain of {what} has a gap: {[row['step'] for row in chain]}"
        if chain[0]["receiver"] != RESIDENT:
            yield f"{what} came from {chain[0]['receiver']}"
        for before, then in pairwise(chain):
            if then["giver"] != before["receiver"]:
                yield f"{then['giver']} gave on {what}, which {before['receiver']} had"
            if then["at"] < before["at"]:
                yield f"{what} was given on before it was there"
            if not then["photo"]:
                yield f"nobody photographed {what} at step {then['step']}"


def every_change_of_hands_is_written_down(record: Rows) -> Iterator[str]:
    """See that every paper of a move has its row in a chain, and every row its move."""
    moved: Counter[tuple[int, str, int]] = Counter()
    for line in record.rows("SELECT * FROM audit WHERE action LIKE 'errand.%'"):
        for paper in json.loads(line["detail"]).get("papers", []):
            moved[int(line["subject"].rpartition(":")[2]), paper, line["at"]] += 1
    written = Counter(
        (row["errand_id"], row["paper"], row["at"])
        for row in record.rows("SELECT * FROM custody WHERE step > 0")
    )
    for what in sorted(moved.keys() | written.keys()):
        if moved[what] != written[what]:
            yield f"{what}: moved {moved[what]} times, written down {written[what]} times"
    for errand in record.rows("SELECT * FROM errand"):
        hands = len({at for identity, _, at in written if identity == errand["id"]})
        if errand["hands"] != hands:
            yield f"errand {errand['id']} counts {errand['hands']} changes of hands, not {hands}"


def a_finished_errand_holds_no_paper(record: Rows) -> Iterator[str]:
    """See that no errand has ended while somebody of the staff has a paper of it."""
    ended = {row["id"] for row in record.rows("SELECT id, state FROM errand") if _is_over(row)}
    for (errand, paper), chain in _chains(record).items():
        if errand in ended and chain[-1]["receiver"].startswith(STAFF):
            yield f"errand {errand} is over and {chain[-1]['receiver']} has {paper}"


def cards_of_errands_show_how_they_stand(record: Record) -> Iterator[str]:
    """See that whoever asked sees last how it stands and which papers there are."""
    people = {row["id"]: row["telegram_id"] for row in record.rows("SELECT * FROM person")}
    papers: dict[int, int] = defaultdict(int)
    for identity, _ in _chains(record):
        papers[identity] += 1
    for errand in record.rows("SELECT * FROM errand"):
        chat_id = people[errand["person_id"]]
        last = record.last_effect(chat_id, f"errand:{errand['id']}")
        if not record.is_reachable(chat_id) or chat_id in record.world.telegram.ever_blocked:
            continue
        shown = last[1].parameters if last else {}
        if shown.get("state") != errand["state"]:
            yield f"{chat_id} sees errand {errand['id']} {shown.get('state')}: {errand['state']}"
        elif len(shown["papers"]) != papers[errand["id"]]:
            yield f"{chat_id} sees {len(shown['papers'])} papers of errand {errand['id']}"


def _chains(record: Rows) -> Mapping[tuple[int, str], Sequence[Row]]:
    chains: dict[tuple[int, str], list[Row]] = defaultdict(list)
    for row in record.rows("SELECT * FROM custody ORDER BY errand_id, paper, step"):
        chains[row["errand_id"], row["paper"]].append(row)
    return chains


def _is_over(errand: Row) -> bool:
    return errand["state"] in ENDED
