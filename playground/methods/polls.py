"""sendPoll and stopPoll."""

from playground import limits
from playground.errors import bad_request
from playground.kinds import Fields, ListOf, OneOf, UnreadableError
from playground.methods.fields import CHAT, EDITED_KEYBOARD, MESSAGE, SENDING
from playground.methods.method import Method
from playground.methods.text import editable_message
from playground.polls import poll_wire
from playground.sending import send_into, writable_chat
from playground.shapes import BOOLEAN, INPUT_POLL_OPTION, INTEGER, TEXT
from playground.shown import announce_message
from playground.wire import Wire, present
from playground.world import World

LONGEST_OPTION = 100


class Option:
    """An option of a poll: an InputPollOption, or bare text as bots used to send it."""

    def read(self, given: object) -> str:
        """Return the option's words."""
        words = given if isinstance(given, str) else INPUT_POLL_OPTION.read(given)["text"]
        if not 1 <= len(words) <= LONGEST_OPTION:
            raise UnreadableError("must hold options of 1 to 100 characters")
        return str(words)


def send_poll(world: World, given: Wire) -> Wire:
    """Answer sendPoll."""
    _check(given)
    settings = present(
        is_anonymous=given.get("is_anonymous", True),
        is_closed=given.get("is_closed", False),
        type=given.get("type", "regular"),
        allows_multiple_answers=given.get("allows_multiple_answers", False),
        allows_revoting=given.get("allows_revoting", given.get("type") != "quiz"),
        correct_option_ids=_correct(given),
        explanation=given.get("explanation"),
        open_period=given.get("open_period"),
        close_date=given.get("close_date"),
    )
    chat = writable_chat(world, given)
    poll = poll_wire(world.polls.next_id(), given["question"], given["options"], **settings)
    message = send_into(world, chat, given, {"poll": poll})
    world.polls.add(message)
    return message.wire()


def stop_poll(world: World, given: Wire) -> Wire:
    """Answer stopPoll."""
    message = editable_message(world, given)
    poll = world.polls.of(message)
    if poll is None:
        raise bad_request("message with poll to stop not found")
    if poll.body["is_closed"]:
        raise bad_request("poll has already been closed")
    body = poll.close()
    message.reply_markup = given.get("reply_markup")
    announce_message(world, world.chats[message.chat["id"]], message)
    return body


def _check(given: Wire) -> None:
    if not 1 <= len(given["question"]) <= limits.POLL_QUESTION:
        raise bad_request("poll question must be 1 to 300 characters long")
    if not 2 <= len(given["options"]) <= limits.POLL_OPTIONS:  # noqa: PLR2004  a choice needs two
        raise bad_request("poll must have at least 2 option and at most 12")
    correct = _correct(given)
    if given.get("type") == "quiz" and not correct:
        raise bad_request("wrong correct option ID specified")
    if any(not 0 <= index < len(given["options"]) for index in correct or []):
        raise bad_request("wrong correct option ID specified")


def _correct(given: Wire) -> list[int] | None:
    if "correct_option_id" in given:
        return [given["correct_option_id"]]
    return given.get("correct_option_ids")


_POLL: Fields = {
    "question_parse_mode": TEXT,
    "is_anonymous": BOOLEAN,
    "type": OneOf(frozenset({"regular", "quiz"})),
    "allows_multiple_answers": BOOLEAN,
    "allows_revoting": BOOLEAN,
    "correct_option_id": INTEGER,
    "correct_option_ids": ListOf(INTEGER),
    "explanation": TEXT,
    "explanation_parse_mode": TEXT,
    "open_period": INTEGER,
    "close_date": INTEGER,
    "is_closed": BOOLEAN,
}

METHODS = (
    Method(
        "sendPoll",
        {**CHAT, "question": TEXT, "options": ListOf(Option())},
        {**_POLL, **SENDING},
        send_poll,
    ),
    Method("stopPoll", MESSAGE, EDITED_KEYBOARD, stop_poll),
)
