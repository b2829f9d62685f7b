"""Go or do not go yet: what somebody holds against what is needed."""

from bot.local_text import LocalText
from bot.pre_check import PapersNeeded
from bot.services import Confidence, Form, Grounds, Necessity, PaperNeeded
from bot.verdict import Gap, Held, held_on, held_until, running_out, shops_for, verdict
from tests.bot.jiangwan import guide
from tests.rows import each_of

GROUNDS = Grounds(LocalText({"zh-CN": "规定", "en": "a rule"}), Confidence.VERIFIED)
NEEDS = {
    "an original": PaperNeeded("paper", Form.ORIGINAL, GROUNDS, copies=1),
    "a copy": PaperNeeded("paper", Form.COPY, GROUNDS, copies=1),
    "original and copy": PaperNeeded("paper", Form.BOTH, GROUNDS, copies=1),
    "photos": PaperNeeded("paper", Form.PHOTO, GROUNDS, copies=2),
    "proof or promise": PaperNeeded("paper", Form.PROOF_OR_PROMISE, GROUNDS),
    "it may follow": PaperNeeded("paper", Form.COPY, GROUNDS, necessity=Necessity.MAY_FOLLOW),
    "the window knows": PaperNeeded("paper", Form.COPY, GROUNDS, necessity=Necessity.LOOKED_UP),
    "if at hand": PaperNeeded("paper", Form.COPY, GROUNDS, necessity=Necessity.IF_AT_HAND),
    "or another paper": PaperNeeded("paper", Form.BOTH, GROUNDS, copies=1, instead=("other",)),
    "filled in there": PaperNeeded("paper", Form.ON_SITE, GROUNDS),
}
HOLDINGS = [
    ("an original", {"paper": Held.HAVE}, "go"),
    ("an original", {"paper": Held.WITHOUT_COPY}, "go"),
    ("an original", {"paper": Held.MISSING}, "not yet: missing"),
    ("an original", {"paper": Held.UNSURE}, "not yet: unsure"),
    ("an original", {"paper": Held.EXPIRED}, "not yet: expired"),
    ("an original", {}, "ask first"),
    ("a copy", {"paper": Held.WITHOUT_COPY}, "not yet: without_copy"),
    ("original and copy", {"paper": Held.WITHOUT_COPY}, "not yet: without_copy"),
    ("original and copy", {"paper": Held.HAVE}, "go"),
    ("photos", {"paper": Held.MISSING}, "not yet: missing"),
    ("photos", {"paper": Held.WITHOUT_COPY}, "go"),
    ("proof or promise", {"paper": Held.MISSING}, "go, without: missing"),
    ("it may follow", {"paper": Held.MISSING}, "go, without: missing"),
    ("the window knows", {"paper": Held.MISSING}, "go, without: missing"),
    ("if at hand", {"paper": Held.UNSURE}, "go, without: unsure"),
    ("or another paper", {"paper": Held.MISSING, "other": Held.HAVE}, "go"),
    ("or another paper", {"other": Held.HAVE}, "go"),
    (
        "or another paper",
        {"paper": Held.EXPIRED, "other": Held.WITHOUT_COPY},
        "not yet: without_copy",
    ),
    ("or another paper", {"paper": Held.MISSING, "other": Held.UNSURE}, "not yet: unsure"),
    ("filled in there", {}, "go"),
]


@each_of(HOLDINGS)
def test_with_what_somebody_holds_the_verdict_is(
    need: str, held: dict[str, Held], expected: str
) -> None:
    judged = verdict(PapersNeeded((NEEDS[need],), ()), held)
    gap = judged.gaps[0].held if judged.gaps else ""
    said = "go" if judged.go else "ask first" if judged.unasked else "not yet"
    without = f"{', without' if judged.go else ''}: {gap}" if gap else ""
    assert said + without == expected


def test_one_of_two_missing_is_counted() -> None:
    needed = PapersNeeded((NEEDS["an original"], NEEDS["filled in there"]), ())
    judged = verdict(needed, {"paper": Held.MISSING})
    assert [gap.need.paper for gap in judged.missing] == ["paper"]
    assert [need.form for need in judged.on_site] == [Form.ON_SITE]


DATES = [
    ("2026-11-26", "2026-11-26", Held.HAVE, "its last day"),
    ("2026-11-25", "2026-11-26", Held.EXPIRED, "expired yesterday"),
    ("2036-01-01", "2026-11-26", Held.HAVE, "for ten years yet"),
]


@each_of(DATES)
def test_a_paper_that_is_valid_until(until: str, day: str, expected: Held, why: str) -> None:
    assert held_until(until, day) is expected


ON_THE_DAY = [
    (Held.HAVE, "2026-11-26", Held.HAVE, "it is good on the very day"),
    (Held.HAVE, "2026-11-25", Held.EXPIRED, "it runs out the day before"),
    (Held.WITHOUT_COPY, "2026-11-25", Held.EXPIRED, "a copy would not help"),
    (Held.HAVE, "", Held.HAVE, "nobody has said until when"),
    (Held.MISSING, "2026-11-25", Held.MISSING, "it is not there at all"),
]


@each_of(ON_THE_DAY)
def test_on_the_day_of_the_trip(held: Held, until: str, expected: Held, why: str) -> None:
    last_days = {"paper": until} if until else {}
    assert held_on({"paper": held}, last_days, "2026-11-26") == {"paper": expected}, why


def test_what_runs_out_before_the_trip_is_a_gap_that_says_when() -> None:
    needed = PapersNeeded((NEEDS["an original"],), ())
    last_days = {"paper": "2026-11-25"}
    judged = verdict(needed, held_on({"paper": Held.HAVE}, last_days, "2026-11-26"), last_days)
    assert [(gap.held, gap.until) for gap in judged.missing] == [(Held.EXPIRED, "2026-11-25")]


UNTIL = [("2026-12-03", {"paper": "2026-12-03"}), ("9999-12-31", {}), ("", {})]


@each_of(UNTIL)
def test_what_is_ready_says_until_when(until: str, named: dict[str, str]) -> None:
    judged = verdict(PapersNeeded((NEEDS["an original"],), ()), {"paper": Held.HAVE})
    assert running_out(judged, {"paper": until} if until else {}) == named


SHOPS = [
    ("original and copy", Held.WITHOUT_COPY, ["copy_shop", "photo_shop"]),
    ("original and copy", Held.MISSING, []),
    ("an original", Held.MISSING, []),
    # A copy of the bank card is wanted: whoever has none has the card, and is told where.
    ("a copy", Held.MISSING, ["copy_shop", "photo_shop"]),
    ("a copy", Held.EXPIRED, []),
    ("photos", Held.MISSING, ["photo_shop"]),
]


@each_of(SHOPS)
def test_shops_that_make_what_is_missing(need: str, held: Held, shops: list[str]) -> None:
    found = shops_for(guide(), Gap(NEEDS[need], held, blocks=True))
    assert [shop.code for shop in found] == shops
