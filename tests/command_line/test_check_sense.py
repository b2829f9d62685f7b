"""`check`: what can be read but cannot be meant is named, with the word that was meant."""

from pathlib import Path

import pytest

from tests.command_line.spoilt import Spoilt, is_named
from tests.command_line.terminal import Terminal

CARD, INSURANCE = "services/senior_card.toml", "services/resident_medical_insurance.toml"
TEXT = '{ "zh-CN" = "文字", en = "Text" }'
SETTLED = 'settled = [{ when = ["is_eighty"], answer = "yes" }]'
TIME = 'time = { "zh-CN" = "当场至数日。", en = "At once, or within some days." }'
WEEK = "weekdays = [1, 2, 3, 4, 5, 6, 7]"
SHOP = f'makes = ["copy"]\nhours = [{{ opens = "08:00", closes = "20:00", {WEEK} }}]'
HOURS = 'hours = [{ opens = "08:30", closes = "12:00" }, { opens = "14:00", closes = "17:30" }]'
W2 = 'phone = "13800000012"\nappointments = { minutes = 15, places = 2 }\n'
NOT_YET = (
    'otherwise = { text = { "zh-CN" = "还没到60周岁，到龄再来。", '
    'en = "Not 60 yet: please come when the day has come." } }'
)
UNTIL, SINCE = f'text = {TEXT}, until = "2026-12-31"', f"text = {TEXT}, from ="
GAP = f'[{{ {UNTIL} }}, {{ {SINCE} "2027-01-02" }}]'
OVERLAP = f'[{{ {UNTIL} }}, {{ {SINCE} "2026-12-01" }}]'
PHOTO = 'form = "photo"\ncopies = '
SIXTY = 'text = { "zh-CN" = "满60周岁吗？", en = "Is the person 60 or over?" }'

# The line above the third advice: its heading follows.
THIRD = 'confidence = "typical"\n\n'
NONSENSE = {
    "services in a loop": Spoilt(
        CARD,
        NOT_YET,
        'otherwise = { service = "senior_card" }',
        "round in a circle: senior_card → senior_card",
        f"{CARD}:1",
    ),
    "nobody may have it": Spoilt(
        CARD,
        'question = "only_for_buses"\nwant = "no"',
        'question = "is_sixty"\nwant = "no"',
        "nobody can have senior_card",
        f"{CARD}@[[steps]]",
    ),
    "a condition that contradicts itself": Spoilt(
        CARD,
        'when = ["not registered_here"]',
        'when = ["registered_here", "not registered_here"]',
        "wants registered_here and not registered_here",
    ),
    "a condition that says something twice": Spoilt(
        CARD, 'when = ["agent"]', 'when = ["agent", "agent"]', "names agent twice"
    ),
    "settled both ways": Spoilt(
        CARD,
        SETTLED,
        SETTLED[:-1] + ', { when = ["is_eighty"], answer = "no" }]',
        "gives both answers",
    ),
    "settled by what contradicts itself": Spoilt(
        CARD, '["is_eighty"]', '["is_eighty", "not is_eighty"]', "and not is_eighty"
    ),
    "settled by itself": Spoilt(
        CARD,
        '["is_eighty"]',
        '["is_sixty"]',
        "in a circle: is_sixty → is_sixty",
        f'{CARD}@code = "is_sixty"',
    ),
    "a word outside the scale": Spoilt(
        CARD, 'confidence = "mixed"', 'confidence = "sure"', "cannot be “sure”. It may be: "
    ),
    "no source": Spoilt(CARD, "source = {", "sources = {", "“source” is missing", f"{CARD}:1"),
    "an empty source": Spoilt(
        CARD,
        'source = { "zh-CN" = "《老年人权益保障法》',
        'source = { "zh-CN" = "", old = "',
        "empty",
    ),
    "a paper for itself": Spoilt(
        CARD, 'instead = ["hukou"]', 'instead = ["id_card"]', "cannot replace itself"
    ),
    "an unknown paper for another": Spoilt(
        CARD, 'instead = ["hukou"]', 'instead = ["hokou"]', "Do you mean “hukou”?"
    ),
    "a paper twice in one list": Spoilt(
        CARD,
        'paper = "photo_1in"\nform = "photo"',
        'paper = "id_card"\nform = "original"',
        "asked for “id_card” twice",
    ),
    "no copy of what is a copy": Spoilt(
        INSURANCE,
        'form = "copy"\ncopies = 1',
        'form = "copy"\ncopies = 0',
        "is 0",
        f'{INSURANCE}@form = "copy"\ncopies = 0',
    ),
    "no photo": Spoilt(CARD, PHOTO + "1", PHOTO + "0", "is 0", f"{CARD}@{PHOTO}0"),
    "fewer than none": Spoilt(CARD, PHOTO + "1", PHOTO + "-1", "“-1” in", f"{CARD}@{PHOTO}-1"),
    "a thousand copies": Spoilt(
        CARD, PHOTO + "1", PHOTO + "1000", "so many", f"{CARD}@{PHOTO}1000"
    ),
    "times that overlap": Spoilt(
        CARD,
        TIME,
        f"time = {OVERLAP}",
        "says several things on 2026-12-01",
    ),
    "a day without a time": Spoilt(
        CARD,
        TIME,
        f"time = {GAP}",
        "says nothing on 2027-01-01",
    ),
    "a day without a fee": Spoilt(
        CARD,
        TIME,
        f"{TIME}\nfee = {GAP}",
        "“fee” of senior_card says nothing on 2027-01-01",
        f"{CARD}@fee = [",
    ),
    "a day without a window": Spoilt(
        CARD,
        'window = "W3"',
        'window = [{ code = "W3", until = "2026-12-31" }, { code = "W4", from = "2027-01-02" }]',
        "says nothing on 2027-01-01",
    ),
    "what never holds": Spoilt(
        INSURANCE,
        'window = "W2"',
        'window = "W2"\nuntil = "2026-12-31"',
        "“advice.3” of resident_medical_insurance never holds",
        f"{INSURANCE}@{THIRD}",
    ),
    "a shop without hours": Spoilt(
        "services.toml",
        SHOP,
        'makes = ["copy"]\nhours = []',
        "never open",
        "services.toml@hours = []",
    ),
    "a shop that makes what nobody lacks": Spoilt(
        "services.toml", 'makes = ["copy"]', 'makes = ["cpy"]', "Do you mean “copy”?"
    ),
    "a shop that makes nothing": Spoilt(
        "services.toml", 'makes = ["copy"]', "makes = []", "“makes” is empty"
    ),
    "a window without hours": Spoilt(
        "services.toml",
        W2 + HOURS,
        W2 + "hours = []",
        "W2 has no hours",
        "services.toml@hours = []",
    ),
    "hours on one another": Spoilt(
        "services.toml",
        W2 + HOURS,
        W2 + HOURS.replace("14:00", "11:00"),
        "the hours of W2 lie on one another",
        f"services.toml@{W2}{HOURS.replace('14:00', '11:00')}",
    ),
    "an appointment longer than the hours": Spoilt(
        "services.toml",
        W2 + HOURS,
        W2.replace("15", "60") + 'hours = [{ opens = "08:30", closes = "09:00" }]',
        "60 minutes does not fit into any hours of W2",
        'services.toml@phone = "13800000012"\n',
    ),
    "no place for an appointment": Spoilt(
        "services.toml", "places = 2", "places = 0", "“0” in “appointments.places”"
    ),
    "a paper that nothing wants": Spoilt(
        "services.toml",
        '[[papers]]\ncode = "ss_card"',
        f'[[papers]]\ncode = "ss_cart"\nname = {TEXT}\n\n[[papers]]\ncode = "ss_card"',
        "no service wants the paper “ss_cart”",
        'services.toml@code = "ss_cart"',
    ),
    "Chinese in the place of English": Spoilt(
        CARD, SIXTY, SIXTY.replace("Is the person 60 or over?", "满60周岁吗？"), "in English"
    ),
    "a number written as text": Spoilt(CARD, "copies = 1", 'copies = "1"', "“1” in “papers"),
    "markup in a name": Spoilt(
        CARD, 'name = { "zh-CN" = "', 'name = { "zh-CN" = "<b>{{x}}', "angle or curly brackets"
    ),
    "a text without end": Spoilt(CARD, SIXTY, SIXTY.replace("满", "满" * 1001), "1007 characters"),
    "an unknown table": Spoilt(
        "services.toml",
        "[[shops]]",
        "[[shop]]",
        "no table “shop” in this file. Do you mean “shops”?",
    ),
    "an unknown table of a service": Spoilt(
        CARD, "[[wasted_trips]]", "[[wasted_trip]]", "Do you mean “wasted_trips”?"
    ),
}


@pytest.mark.parametrize("mistake", NONSENSE.values(), ids=NONSENSE)
def test_what_cannot_be_meant_is_named(terminal: Terminal, folder: Path, mistake: Spoilt) -> None:
    is_named(terminal, folder, mistake)


def test_a_file_that_belongs_to_nothing_is_named(terminal: Terminal, folder: Path) -> None:
    (folder / "services.toml").rename(folder / "servces.toml")
    said = terminal.run("check", str(folder)).words
    assert f"{folder}/servces.toml:1: the file “servces.toml” belongs to nothing" in said
    assert "Do you mean “services.toml”?" in said


def test_a_file_of_a_service_bears_its_code(terminal: Terminal, folder: Path) -> None:
    (folder / CARD).rename(folder / "services/vet.toml")
    said = terminal.run("check", str(folder))
    assert said.code == 1
    assert "the file of the service “senior_card” is called senior_card.toml" in said.words
    assert f"{folder}/services/vet.toml:" in said.words


def test_other_files_may_lie_beside_the_data(terminal: Terminal, folder: Path) -> None:
    (folder / "README.md").write_text("Notes", encoding="utf-8")
    assert terminal.run("check", str(folder)).code == 0


def test_a_shop_that_is_over_is_a_warning(terminal: Terminal, folder: Path) -> None:
    over = Spoilt("services.toml", SHOP, f'until = "2020-01-31"\n{SHOP}', "")
    over.spoil(folder)
    said = terminal.run("check", str(folder))
    assert said.code == 0
    assert "“copy_shop” was there until 2020-01-31" in said.words


def test_broken_toml_does_not_make_up_missing_things(terminal: Terminal, folder: Path) -> None:
    Spoilt("services.toml", "expires = true", "expires = true\nexpires = true", "").spoil(folder)
    assert len(terminal.run("check", str(folder)).words.splitlines()) == 2
