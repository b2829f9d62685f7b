"""Polls: how they are written, and how votes are counted."""

from dataclasses import dataclass, field

from playground.messages import StoredMessage
from playground.wire import Wire

FIRST_ID = 5_000_000_000_000_000


@dataclass(slots=True)
class Poll:
    """A poll that runs in some message."""

    id: str
    message: StoredMessage
    votes: dict[int, list[int]] = field(default_factory=dict)

    @property
    def body(self) -> Wire:
        """The Poll object inside the message."""
        body: Wire = self.message.content["poll"]
        return body

    def vote(self, user_id: int, option_ids: list[int]) -> None:
        """Count one person's vote anew; no options take it back."""
        self.votes.pop(user_id, None)
        if option_ids:
            self.votes[user_id] = option_ids
        chosen = [option for options in self.votes.values() for option in options]
        options = [
            {**option, "voter_count": chosen.count(index)}
            for index, option in enumerate(self.body["options"])
        ]
        body = {**self.body, "options": options, "total_voter_count": len(self.votes)}
        self.message.content = {**self.message.content, "poll": body}

    def close(self) -> Wire:
        """End the voting."""
        body = {**self.body, "is_closed": True}
        self.message.content = {**self.message.content, "poll": body}
        return body


@dataclass(slots=True)
class Polls:
    """All polls by their ids."""

    by_id: dict[str, Poll] = field(default_factory=dict)
    count: int = 0

    def next_id(self) -> str:
        """Name a new poll."""
        self.count += 1
        return str(FIRST_ID + self.count)

    def add(self, message: StoredMessage) -> None:
        """Watch the poll in a message."""
        poll_id = message.content["poll"]["id"]
        self.by_id[poll_id] = Poll(poll_id, message)

    def of(self, message: StoredMessage) -> Poll | None:
        """Find the poll in a message."""
        return self.by_id.get(message.content.get("poll", {}).get("id", ""))


def poll_wire(poll_id: str, question: str, options: list[str], **settings: object) -> Wire:
    """Write a Poll that nobody has voted in."""
    return {
        "id": poll_id,
        "question": question,
        "options": [
            {"persistent_id": str(index), "text": option, "voter_count": 0}
            for index, option in enumerate(options)
        ],
        "total_voter_count": 0,
        "is_closed": False,
        "is_anonymous": True,
        "type": "regular",
        "allows_multiple_answers": False,
        "allows_revoting": True,
        "members_only": False,
        **settings,
    }
