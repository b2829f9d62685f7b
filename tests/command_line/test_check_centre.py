"""`check`: each mistake about the centre and its matters is named with file and line."""

from pathlib import Path

import pytest

from tests.command_line.spoilt import Spoilt, is_named
from tests.command_line.terminal import Terminal

CENTRE_MISTAKES = {
    "a window that is not there": Spoilt(
        "services/senior_card.toml", 'window = "W3"', 'window = "W9"', "no window “W9”"
    ),
    "a paper that is not there": Spoilt(
        "services/legal_aid.toml", 'paper = "means_note"', 'paper = "means"', "no paper “means”"
    ),
    "a question that is not there": Spoilt(
        "services/legal_aid.toml",
        'when = ["minor_or_incapable"]',
        'when = ["is_minor"]',
        "no question “is_minor”",
    ),
    "a question that nobody asks": Spoilt(
        "services/legal_aid.toml",
        'code = "means_known"',
        'code = "means_checked"',
        "no service asks the question “means_checked”",
    ),
    "a condition that is never met": Spoilt(
        "services/residence_permit.toml",
        'paper = "deed"\nwhen = ["owns_home"]',
        'paper = "deed"\nwhen = ["owns_home", "rents_home"]',
        "no answers ever lead there",
        'services/residence_permit.toml@when = ["owns_home", "rents_home"]',
    ),
    "a window that is closed down before its service": Spoilt(
        "services.toml",
        'phone = "13800000013"',
        'phone = "13800000013"\nuntil = "2027-03-31"',
        "the window “W3” of senior_card does not exist for some time",
        "services/senior_card.toml:5",
    ),
    "a paper that is done away with before its service": Spoilt(
        "services.toml",
        'code = "marriage_cert"',
        'code = "marriage_cert"\nuntil = "2027-03-31"',
        "birth_registration wants “marriage_cert”",
        'services/birth_registration.toml@paper = "marriage_cert"',
    ),
    "no window for everything else": Spoilt(
        "services.toml", "takes_anything = true", "takes_anything = false", "takes_anything"
    ),
    "a centre without address": Spoilt(
        "services.toml", "address = {", "adress = {", "“address” is missing", "services.toml:5"
    ),
    "a window's odd last day": Spoilt(
        "services.toml",
        'phone = "13800000013"',
        'phone = "13800000013"\nuntil = "soon"',
        "is not a day",
        'services.toml@until = "soon"',
    ),
    "a text in one language": Spoilt(
        "services/childcare_subsidy.toml",
        'note = { "zh-CN" = "父母或监护人", en = "Of a parent or guardian" }',
        'note = { "zh-CN" = "父母或监护人" }',
        ".note.en” is missing",
    ),
    "an odd weekday": Spoilt(
        "services.toml", "weekdays = [2, 4]", "weekdays = [2, 8]", "is no weekday"
    ),
    "an odd day": Spoilt(
        "services/resident_medical_insurance.toml",
        'from = "2026-09-01"',
        'from = "September"',
        "is not a day",
    ),
    "days the wrong way round": Spoilt(
        "services/resident_medical_insurance.toml",
        'until = "2026-12-31"',
        'until = "2026-08-31"',
        "before the first",
    ),
    "a proof without rule": Spoilt(
        "proofs.toml",
        'rule = { "zh-CN"',
        'rules = { "zh-CN"',
        "“rule” is missing",
        "proofs.toml:3",
    ),
    "a name of two things": Spoilt(
        "proofs.toml", '"亲属关系"', '"准生证"', "another service or proof"
    ),
}


@pytest.mark.parametrize("mistake", CENTRE_MISTAKES.values(), ids=CENTRE_MISTAKES)
def test_each_mistake_is_named_with_file_and_line(
    terminal: Terminal, folder: Path, mistake: Spoilt
) -> None:
    is_named(terminal, folder, mistake)
