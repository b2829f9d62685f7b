"""Actions of buttons as JSON lists: the kind's name, then its fields in order."""

from dataclasses import fields

from bot.actions import (
    Action,
    Answer,
    Arrive,
    Begin,
    Change,
    ChangeCheck,
    CheckDeed,
    FollowTopic,
    JudgePhoto,
    MoveCase,
    MoveErrand,
    MoveMatter,
    MoveRequest,
    OpenToWindow,
    ServeDeed,
    ServeWindow,
    Show,
    Steer,
    Steering,
    TakeBackNotice,
    Turn,
    WindowDeed,
)

KINDS: dict[str, type[Action]] = {
    "answer": Answer,
    "steer": Steer,
    "change": Change,
    "turn": Turn,
    "begin": Begin,
    "move_case": MoveCase,
    "show": Show,
    "change_check": ChangeCheck,
    "serve_window": ServeWindow,
    "arrive": Arrive,
    "move_request": MoveRequest,
    "follow_topic": FollowTopic,
    "take_back_notice": TakeBackNotice,
    "judge_photo": JudgePhoto,
    "open_to_window": OpenToWindow,
    "move_errand": MoveErrand,
    "move_matter": MoveMatter,
}
_NAMES = {kind: name for name, kind in KINDS.items()}
_FIELDS = {kind: tuple(field.name for field in fields(kind)) for kind in KINDS.values()}


def encode(action: Action) -> list[str | int]:
    """Write an action as a JSON list."""
    kind = type(action)
    return [_NAMES[kind], *(getattr(action, name) for name in _FIELDS[kind])]


def decode(written: list[str | int]) -> Action:
    """Read an action back."""
    name, *values = written
    if name == "steer":
        talk, version, steering = values
        return Steer(int(talk), int(version), Steering(str(steering)))
    if name == "change_check":
        check, deed, paper = values
        return ChangeCheck(int(check), CheckDeed(str(deed)), str(paper))
    if name == "serve_window":
        window, ticket, deed = values
        return ServeWindow(str(window), int(ticket), ServeDeed(str(deed)))
    if name == "open_to_window":
        check, deed, shown_on = values
        return OpenToWindow(int(check), WindowDeed(str(deed)), str(shown_on))
    return KINDS[str(name)](*values)  # type: ignore[arg-type]
