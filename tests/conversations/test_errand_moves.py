"""Moves of an errand that need a photo or words: proofs, receipts, disputes."""

from bot.commands import MakeErrandMove
from bot.custody import Snapshot
from bot.events import SentOther
from conversations.errand_start import ErrandMoveStart
from tests.conversations.talks import Press, Talk, photo, voice
from tests.rows import each_of


def moving(script: str, papers: tuple[str, ...] = ("id_card", "hukou"), proof: str = "") -> Talk:
    start = ErrandMoveStart(7, "JW-261124-0001", papers, "罗奶奶", proof)
    return Talk(script=script, start=start)


def test_every_paper_is_photographed_or_stays_where_it_is() -> None:
    for script in ("errand_collect", "errand_fetch", "errand_bring_back"):
        talk = moving(script).play(
            [
                ("好了", "! errand.only_a_photo"),
                (voice(), "! errand.only_a_photo"),
                (SentOther("sticker"), "! talk.not_taken.other"),
                (photo(), "photo.hukou"),
                (Press("not"), "MakeErrandMove"),
            ]
        )
        command = talk.command
        assert isinstance(command, MakeErrandMove)
        assert (command.errand, command.photos) == (7, {"id_card": Snapshot("file", "unique")})
        assert command.move == script.removeprefix("errand_")


# The basis, what the worker presses, and where that leads: a move and the proof that was seen.
PROOF_SEEN: list[tuple[str, tuple[str, ...], str, str]] = [
    ("guardian", ("yes",), "collect", "guardian"),
    ("guardian", ("not", "stop"), "stop", ""),
    ("guardian", ("not", "ask_for_proof"), "ask_for_proof", ""),
    ("in_person", ("yes",), "collect", "in_person"),
    ("in_person", ("not", "signed"), "collect", "signed"),
    ("in_person", ("not", "ask_for_proof"), "ask_for_proof", ""),
    # This community keeps no such paper, or the deputy has it already.
    ("signed", ("yes",), "collect", "signed"),
    ("signed", ("not", "in_person"), "collect", "in_person"),
]


@each_of(PROOF_SEEN)
def test_nothing_is_taken_before_the_proof_was_seen(
    basis: str, presses: tuple[str, ...], move: str, proof: str
) -> None:
    talk = moving("errand_collect", ("id_card",), basis)
    assert talk.where == "proof"
    for press in presses:
        talk.take(Press(press))
    if move == "collect":
        talk.play([(photo(), "MakeErrandMove")])
    assert (talk.command.move, talk.command.proof) == (move, proof)
    assert bool(talk.command.photos) is bool(proof)


def test_the_signed_authorisation_is_the_proof_when_it_is_photographed() -> None:
    papers = ("authorisation", "id_card")
    seen = moving("errand_collect", papers, "signed").play(
        [(photo(), "photo.id_card"), (photo(), "! errand.photo_used")]
    )
    seen.play([(Press("not"), "MakeErrandMove")])
    assert (seen.command.proof, list(seen.command.photos)) == ("signed", ["authorisation"])
    asked = moving("errand_collect", papers, "signed").play(
        [(Press("not"), "without"), (Press("in_person"), "photo.id_card")]
    )
    asked.play([(photo(), "MakeErrandMove")])
    assert (asked.command.proof, list(asked.command.photos)) == ("in_person", ["id_card"])


def test_the_receipt_is_photographed_for_what_the_office_keeps() -> None:
    some = moving("errand_hand_in").play(
        [
            (Press("one_by_one"), "kept.id_card"),
            (Press("not"), "kept.hukou"),
            (Press("yes"), "receipt"),
            (Press("not"), "! talk.again"),
            (photo(), "MakeErrandMove"),
        ]
    )
    assert some.command.photos == {"hukou": Snapshot("file", "unique")}
    nothing = moving("errand_hand_in").play([(Press("none"), "MakeErrandMove")])
    assert nothing.command.photos == {}


def test_what_is_disputed_stays_behind_and_is_named_first() -> None:
    start = ErrandMoveStart(7, "JW-261124-0001", ("hukou",), disputed=("id_card",))
    talk = Talk(script="errand_hand_in", start=start)
    talk.play([(Press("go_on"), "kept"), (Press("all"), "receipt"), (photo(), "MakeErrandMove")])
    assert list(talk.command.photos) == ["hukou"]


def test_a_denial_names_its_papers() -> None:
    assert moving("errand_deny").play([(Press("hukou"), "MakeErrandMove")]).command.papers == (
        "hukou",
    )
    both = moving("errand_deny").play([(Press("all"), "MakeErrandMove")])
    assert (both.command.move, both.command.papers) == ("deny", ("id_card", "hukou"))
    one = moving("errand_deny", ("id_card",))
    assert one.values() == ["id_card"]


def test_a_settled_dispute_has_words() -> None:
    talk = moving("errand_settle").play([("证件在经办人手上", "MakeErrandMove")])
    assert (talk.command.move, talk.command.words) == ("settle", "证件在经办人手上")


def test_without_originals_one_press_is_enough() -> None:
    for script in ("errand_collect", "errand_hand_in", "errand_fetch", "errand_bring_back"):
        talk = moving(script, ())
        talk.take(Press(talk.values()[0]))
        assert talk.command == MakeErrandMove(7, script.removeprefix("errand_"), {}, "")
