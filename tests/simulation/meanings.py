"""What a button does, read from where the bot keeps it: people press for what comes of it.

So they go on pressing when a label is worded anew, and never need to know a language.
"""

import hashlib
import json
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

# In a stored action (see `storage/action_codec.py`): the field that tells it from its kind.
TELLING: Mapping[str, int] = {
    "steer": 3,
    "change": 3,
    "begin": 1,
    "move_case": 3,
    "move_errand": 3,
    "move_matter": 3,
    "move_request": 3,
    "serve_window": 3,
    "judge_photo": 2,
    "open_to_window": 2,
    "change_check": 2,
    "follow_topic": 2,
}
IN_A_TALK = frozenset({"answer", "steer", "change", "turn"})
TALK = "SELECT script FROM talk WHERE id = ?"
PROMPT = "SELECT actions FROM prompt WHERE token_hash = ?"
Action = Sequence[Any]


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a button does, the most exact name first; `script` is its conversation."""

    names: tuple[str, ...]
    script: str = ""


NOTHING = Meaning(())


@dataclass(frozen=True)
class Meanings:
    """Knows every button of one world's bot; what a button does never changes."""

    disk: sqlite3.Connection
    _actions: dict[str, list[Action]] = field(default_factory=dict)
    _known: dict[str, Meaning] = field(default_factory=dict)

    def of(self, buttons: Sequence[Mapping[str, str]]) -> list[Meaning]:
        """Return what the buttons of one message do."""
        return [self._of(each["callback_data"]) for each in buttons]

    def _of(self, data: str) -> Meaning:
        known = self._known.get(data)
        if known is None:
            known = self._known[data] = self._read(data)
        return known

    def _read(self, data: str) -> Meaning:
        token, _, position = data.rpartition(".")
        if token not in self._actions:
            token_hash = hashlib.sha256(token.encode()).digest()
            found = self.disk.execute(PROMPT, (token_hash,)).fetchone()
            self._actions[token] = json.loads(found[0]) if found else []
        actions = self._actions[token]
        if int(position) >= len(actions):
            return NOTHING
        action, script = actions[int(position)], ""
        if action[0] in IN_A_TALK:
            (script,) = self.disk.execute(TALK, (action[1],)).fetchone()
        return Meaning(tuple(_names(action, script)), script)


def _names(action: Action, script: str) -> Iterator[str]:
    kind = str(action[0])
    if kind == "answer":
        yield f"{script}.{action[3]}={action[4]}"
        yield f"{script}.{action[3]}"
        yield script
    elif kind == "show":
        yield f"show {action[1]} {action[2]}"
        yield f"show {action[1]}"
    elif kind in TELLING:
        yield f"{kind} {action[TELLING[kind]]}"
    yield kind
