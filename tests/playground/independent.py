"""A second opinion: aiogram's models say whether an answer is what Telegram would send."""

from typing import Any

import aiogram.methods
from aiogram.types import TelegramObject, Update
from pydantic import TypeAdapter

_METHODS = {name.lower(): getattr(aiogram.methods, name) for name in aiogram.methods.__all__}


def check_update(update: object) -> None:
    """Fail if an update lacks a field or has one that Telegram does not know."""
    model = Update.model_validate(update)
    check_known(model, "update")
    assert model.event_type, "an update that carries nothing"


def check_answer(method: str, result: object) -> None:
    """Fail if an answer is not what this method returns."""
    returning = _METHODS[method.lower()].__returning__
    model = TypeAdapter(returning).validate_python(result)
    check_known(model, method)


def check_request(method: str, parameters: dict[str, Any]) -> None:
    """Fail if a bot asked with parameters that the method does not have."""
    known = set(_METHODS[method.lower()].model_fields)
    assert set(parameters) <= known, f"{method} has no {set(parameters) - known}"


def check_known(value: object, where: str) -> None:
    """Fail on fields that no model knows, however deep."""
    if isinstance(value, TelegramObject):
        assert not value.model_extra, f"{where}: unknown fields {value.model_extra}"
        for name in type(value).model_fields:
            check_known(getattr(value, name), f"{where}.{name}")
    elif isinstance(value, list):
        for index, item in enumerate(value):
            check_known(item, f"{where}[{index}]")
