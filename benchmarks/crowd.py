"""The people of the benchmark.

Each reports one thing in six updates and waits for an answer before going on.
"""

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass

import orjson

# What one person says: a photo with words below it, then typed words only, so that every
# contestant gets the very same updates.
TURNS = (
    "{estate}{number}栋1单元201室门口的灯不亮",
    "路灯",
    "灯杆上写着12号",
    "好了，没有了",
    "不是，另一件事",
    "发送",
)
ESTATES = ("河边新村", "柑园巷", "菜市场家属楼", "江湾小区", "机械厂宿舍")
BUILDINGS = 10
FIRST_PERSON = 500_000_000


@dataclass(frozen=True, slots=True)
class Plan:
    """Who talks in a round: so many people from the `first` on, so many of them at once."""

    first: int
    people: int
    together: int
    listens: bool = False


class Crowd:
    """Who is at which update, and which updates wait to be fetched."""

    def __init__(self) -> None:
        self.waiting: deque[tuple[int, bytes]] = deque()
        self.listens = False
        self._next_update = 1
        self._turn: dict[int, int] = {}
        self._following: Iterator[int] = iter(())

    @property
    def is_done(self) -> bool:
        """Whether everybody has said everything and was answered."""
        return not self._turn

    def begin(self, plan: Plan) -> None:
        """Let the first people say the first thing."""
        self.listens = plan.listens
        first = FIRST_PERSON + plan.first
        self._following = iter(range(first, first + plan.people))
        for _ in range(plan.together):
            self._let_next_person_begin()

    def confirm(self, offset: int) -> None:
        """Forget what was fetched."""
        while self.waiting and self.waiting[0][0] < offset:
            self.waiting.popleft()

    def handed_out(self, at_most: int) -> list[bytes]:
        """Return the oldest updates; they stay until they are confirmed."""
        return [self.waiting[i][1] for i in range(min(at_most, len(self.waiting)))]

    def answered(self, chat_id: int) -> None:
        """Go on with a person who has an answer; the last answer lets another person begin."""
        turn = self._turn.get(chat_id)
        if turn is None:
            return
        if turn + 1 < len(TURNS):
            self._say(chat_id, turn + 1)
        else:
            del self._turn[chat_id]
            self._let_next_person_begin()

    def _let_next_person_begin(self) -> None:
        person = next(self._following, None)
        if person is not None:
            self._say(person, 0)

    def _say(self, person: int, turn: int) -> None:
        self._turn[person] = turn
        number, self._next_update = self._next_update, self._next_update + 1
        self.waiting.append((number, _update(number, person, turn)))


def said_by(person: int, turn: int) -> str:
    """Return what a person says; people live in all buildings in turn."""
    estate = ESTATES[person % len(ESTATES)]
    building = 1 + person // len(ESTATES) % BUILDINGS
    return TURNS[turn].format(estate=estate, number=building)


def _update(number: int, person: int, turn: int) -> bytes:
    message: dict[str, object] = {
        "message_id": number,
        "from": {
            "id": person,
            "is_bot": False,
            "first_name": "居民",
            "last_name": str(person),
            "username": f"resident_{person}",
            "language_code": "zh-hans",
        },
        "chat": {"id": person, "type": "private", "first_name": "居民", "last_name": str(person)},
        "date": 1_780_000_000 + number,
    }
    if turn == 0:
        message["photo"] = [_size(number, 90), _size(number, 320), _size(number, 1280)]
    message["caption" if turn == 0 else "text"] = said_by(person, turn)
    return orjson.dumps({"update_id": number, "message": message})


def _size(number: int, width: int) -> dict[str, object]:
    return {
        "file_id": f"AgACAgUAAxkBAAI{number}y{width}",
        "file_unique_id": f"AQAD{number}y{width}",
        "width": width,
        "height": width * 3 // 4,
        "file_size": width * 60,
    }
