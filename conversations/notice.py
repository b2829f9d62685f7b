"""A clerk, or an organisation's contact, writes to everybody who subscribed to a topic."""

from dataclasses import dataclass
from datetime import date, timedelta

from bot.commands import PostNotice
from bot.community import Community
from bot.events import Event, SentFile, Typed
from bot.telling import Parameters
from conversations.category import said
from conversations.engine import Script, ask, look
from conversations.facts import FilesSoFar, OwnAttendance
from conversations.offer_facts import FollowersOf
from conversations.person_scripts import DayChoice
from conversations.questions import Choice, Option, Refused, Text

STAGES = ("topic", "words", "until", "send")
TOPIC, WORDS, UNTIL, SEND = STAGES
OFFERED_DAYS = (0, 7, 14, 30)
# Longer words would not fit below a photo.
LONGEST_WORDS = 800


@dataclass(frozen=True, slots=True)
class NoticeStart:
    """The topics about which the person may write (codes)."""

    topics: tuple[str, ...]


@dataclass(frozen=True)
class Preview(Choice):
    """The last question: the notice as it will look, and a way to change each part."""

    @property
    def changeable(self) -> tuple[Option, ...]:
        """Every part of the notice."""
        return tuple(Option(each, f"notice.change.{each}") for each in (TOPIC, WORDS, UNTIL))


@dataclass(frozen=True)
class NoticeWords(Text):
    """What is told; a photo that comes with it stands above."""

    def take(self, event: Event) -> str | Refused:
        """Take words that fit; nothing is cut off unseen."""
        match event:
            case Typed(text) | SentFile(_, text, _) if len(text) > LONGEST_WORDS:
                return Refused("notice.too_long", {"at_most": LONGEST_WORDS})
            case _:
                return super().take(event)


def notice(start: NoticeStart, community: Community) -> Script[PostNotice]:
    """Ask for topic, words and last day, show the whole, and send it."""
    options = tuple(
        Option(code, "data.text", {"text": said(community.topics[code].name)})
        for code in start.topics
        if code in community.topics
    )
    topic = yield from ask(Choice(TOPIC, "notice.ask.topic", options, step=TOPIC))
    name: Parameters = {"topic": said(community.topics[topic].name)}
    words = yield from ask(NoticeWords(WORDS, "notice.ask.words", name, WORDS))
    now = yield from look(OwnAttendance())
    until = yield from ask(_until(date.fromisoformat(now.today)))
    people = yield from look(FollowersOf(topic))
    files = yield from look(FilesSoFar())
    told: Parameters = {
        **name,
        "words": words,
        "day": until,
        "people": people,
        "has_photo": bool(files),
    }
    send = Option(SEND, "notice.button.send", typed="notice.typed.send")
    yield from ask(Preview(SEND, "notice.ask.send", (send,), told, SEND))
    return PostNotice(topic, words, until)


def _until(today: date) -> Choice:
    days = [(today + timedelta(days=each)).isoformat() for each in OFFERED_DAYS]
    options = tuple(Option(day, "notice.button.day", {"day": day}) for day in days)
    return DayChoice(UNTIL, "notice.ask.until", options, step=UNTIL, side_by_side=2, today=today)
