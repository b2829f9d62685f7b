"""The chain of hands: in any sequence of moves each original has exactly one holder, no gap."""

from dataclasses import replace
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.custody import (
    OFFICE,
    RESIDENT,
    Confirmation,
    DoorReceipt,
    Transfer,
    confirmation_missing,
    deniable,
    denied,
    elsewhere,
    handed_on,
    held_by,
    is_all_back,
    movable,
    originals,
    present,
    receiver_of,
    signed,
    staff_holder,
    to_confirm,
    waits_for,
)
from bot.custody_word import (
    admittable,
    at_door,
    led_back,
    only_denied,
    refuted,
    signed_at_door,
)
from bot.errand_end import Past, state_with_papers
from bot.errands import (
    ErrandActor,
    ErrandMove,
    ErrandRule,
    ErrandState,
    Standing,
    errand_moves,
    errand_rule,
    errand_state_after,
)
from bot.instants import DAY, Instant
from bot.local_text import LocalText
from bot.services import Confidence, Form, Grounds, PaperNeeded
from tests.rows import each_of

PAPERS = ("id_card", "hukou", "birth_cert")
WORKER, DEPUTY = staff_holder(4), staff_holder(3)
MOVING = (ErrandMove.COLLECT, ErrandMove.HAND_IN, ErrandMove.FETCH, ErrandMove.BRING_BACK)


def at_home() -> list[Transfer]:
    return [Transfer(code, 0, "", RESIDENT, "罗建华", Instant(0)) for code in PAPERS]


def test_a_confirmation_is_missing_until_both_have_given_it() -> None:
    taken = handed_on(at_home()[0], WORKER, "邹春兰", Instant(1))
    assert confirmation_missing(taken) == (Confirmation.GIVER, Confirmation.RECEIVER)
    by_worker = signed(taken, WORKER, Instant(2))
    assert confirmation_missing(by_worker) == (Confirmation.GIVER,)
    assert waits_for(by_worker, RESIDENT)
    assert not waits_for(by_worker, WORKER)
    both = signed(by_worker, RESIDENT, Instant(3))
    assert (both.given_at, both.received_at) == (3, 2)
    assert confirmation_missing(both) == ()
    assert signed(both, RESIDENT, Instant(9)) == both


def test_an_office_gives_a_receipt_and_confirms_nothing() -> None:
    taken = handed_on(at_home()[0], WORKER, "邹春兰", Instant(1))
    handed_in = signed(handed_on(taken, OFFICE, "", Instant(2)), WORKER, Instant(2))
    assert confirmation_missing(handed_in) == ()
    back = signed(handed_on(handed_in, WORKER, "邹春兰", Instant(3)), WORKER, Instant(3))
    assert confirmation_missing(back) == ()
    assert not waits_for(back, RESIDENT)


def test_it_is_not_over_while_anybody_of_the_staff_has_a_paper() -> None:
    taken = handed_on(at_home()[0], WORKER, "邹春兰", Instant(1))
    office = handed_on(taken, OFFICE, "", Instant(2))
    assert not is_all_back([*at_home(), taken], is_ready=True)
    assert is_all_back([*at_home(), taken, office], is_ready=True)
    assert not is_all_back([*at_home(), taken, office], is_ready=False)
    assert is_all_back(at_home(), is_ready=False)


LATER = Instant(9)
TAKEN = replace(handed_on(at_home()[0], WORKER, "", Instant(1)), received_at=LATER)
DENIED = replace(TAKEN, disputed_at=LATER)
SETTLED = replace(DENIED, settled_at=LATER)
BACK = replace(handed_on(TAKEN, RESIDENT, "", Instant(2)), given_at=LATER)
AT_OFFICE = replace(handed_on(TAKEN, OFFICE, "", Instant(2)), given_at=LATER)
SIGNED = signed_at_door(TAKEN, DoorReceipt(LATER, "邹奶奶", "photo", "unique"))
REFUTED = refuted(DENIED, 7, LATER)
NEVER_BACK = refuted(replace(BACK, disputed_at=LATER), 7, LATER)
# What has happened; what one press confirms; what may be denied; what has been denied.
OPINIONS: list[tuple[list[Transfer], list[int], list[int], list[int]]] = [
    ([], [], [], []),
    ([TAKEN], [1], [1], []),
    ([DENIED], [], [], [1]),
    ([SETTLED], [1], [], []),
    ([TAKEN, BACK], [1, 2], [2], []),
    ([DENIED, BACK], [1, 2], [2], [1]),
    ([DENIED, AT_OFFICE], [], [], [1]),
    # Never fetched, as was found; and never brought back.
    ([REFUTED, led_back(REFUTED, "", LATER)], [], [], []),
    ([TAKEN, NEVER_BACK, led_back(NEVER_BACK, "", LATER)], [1], [1], []),
    # Somebody at home has signed for it: a moment ago, and two days ago.
    ([SIGNED], [], [1], []),
    ([signed_at_door(TAKEN, DoorReceipt(Instant(9 - 2 * DAY), "", "", ""))], [], [], []),
    ([replace(SIGNED, disputed_at=LATER)], [], [], [1]),
]


@each_of(OPINIONS)
def test_what_the_resident_may_say_about_a_paper(
    since: list[Transfer], confirms: list[int], may_deny: list[int], has_denied: list[int]
) -> None:
    transfers = [at_home()[0], *since]
    found = [
        to_confirm(transfers, RESIDENT),
        deniable(transfers, RESIDENT, LATER),
        denied(transfers, RESIDENT),
    ]
    assert [[each.step for each in some] for some in found] == [confirms, may_deny, has_denied]


def test_a_paper_that_was_never_given_is_where_it_was() -> None:
    back = led_back(REFUTED, "罗奶奶", LATER)
    assert present([at_home()[0], REFUTED, back])["id_card"].receiver == RESIDENT
    assert (back.giver, back.name, confirmation_missing(back)) == (WORKER, "罗奶奶", ())
    lost = led_back(NEVER_BACK, "邹春兰", LATER)
    chain = [at_home()[0], TAKEN, NEVER_BACK, lost]
    assert held_by(chain, WORKER) == (lost,)
    assert not is_all_back(chain, is_ready=True)


def test_a_denied_return_is_no_end() -> None:
    denied_back = replace(BACK, disputed_at=LATER)
    chain = [at_home()[0], TAKEN, denied_back]
    assert not is_all_back(chain, is_ready=True)
    assert only_denied(chain, WORKER)
    assert admittable(chain, WORKER) == (denied_back,)
    assert admittable(chain, DEPUTY) == ()


def test_at_the_door_only_the_last_change_of_hands_with_this_worker_is_signed_for() -> None:
    assert at_door([at_home()[0], TAKEN], WORKER) == (TAKEN,)
    assert at_door([at_home()[0], TAKEN, BACK], WORKER) == (BACK,)
    assert at_door([at_home()[0], TAKEN], DEPUTY) == ()
    assert at_door([at_home()[0], DENIED], WORKER) == ()
    assert at_door([at_home()[0], TAKEN, AT_OFFICE], WORKER) == ()


def test_what_is_disputed_is_not_for_the_window() -> None:
    rest = handed_on(at_home()[1], WORKER, "", Instant(1))
    for move in (ErrandMove.HAND_IN, ErrandMove.HAND_IN_MORE):
        transfers = [*at_home(), DENIED, rest]
        assert movable(move, ErrandState.COLLECTED, transfers, WORKER) == (rest,)
    back = movable(ErrandMove.BRING_BACK, ErrandState.PROBLEM, [*at_home(), DENIED], WORKER)
    assert back == (DENIED,)


def test_only_originals_are_followed() -> None:
    grounds = Grounds(LocalText({"zh-CN": "样", "en": "x"}), Confidence.TYPICAL)
    forms = [*Form, Form.ORIGINAL]
    needed = [PaperNeeded(f"p{at}", form, grounds) for at, form in enumerate(forms)]
    wanted = [each.paper for each in needed if each.form in {Form.ORIGINAL, Form.BOTH}]
    assert originals([*needed, needed[0]]) == tuple(wanted)


STEPS = st.lists(
    st.tuples(
        st.sampled_from(["worker", "deputy", "resident"]),
        st.sampled_from([*ErrandMove]),
        st.sets(st.sampled_from(PAPERS)),
    ),
    max_size=30,
)


class Life:
    """An errand without a host: its state, who does it, and the chains."""

    def __init__(self) -> None:
        self.state, self.before = ErrandState.ASKED, ErrandState.ASKED
        self.runner = WORKER
        self.transfers = at_home()

    def make(self, who: str, move: ErrandMove, photographed: set[str]) -> None:
        me = {"worker": WORKER, "deputy": DEPUTY, "resident": RESIDENT}[who]
        rule, standing = self._rule(me, move)
        if rule is None:
            return
        state = self.state
        for each in movable(move, state, self.transfers, me):
            if each.paper in photographed:
                following = handed_on(each, receiver_of(move, me), "", Instant(1))
                self.transfers.append(signed(following, me, Instant(1)))
        if move is ErrandMove.CONFIRM:
            self.transfers = [signed(each, me, Instant(2)) for each in self.transfers]
        after = errand_state_after(rule, standing)
        past = Past(state is ErrandState.READY, is_recalled=False, is_reopened=False)
        after = state_with_papers(state, after, self.transfers, past)
        if after is ErrandState.PROBLEM and state is not after:
            self.before = state
        if move is ErrandMove.TAKE_OVER:
            self.runner = me
        self.state = after

    def _rule(self, me: str, move: ErrandMove) -> tuple[ErrandRule | None, Standing]:
        actors = [ErrandActor.RESIDENT]
        if me != RESIDENT:
            is_runner = me == self.runner
            actors = [ErrandActor.RUNNER if is_runner else ErrandActor.STAND_IN]
            actors.append(ErrandActor.FORMER)
        waits = any(waits_for(each, me) for each in self.transfers)
        away = bool(elsewhere(self.transfers, me))
        standing = Standing(self.state, waits, away, self.before)
        rules = [errand_rule(move, actor, standing) for actor in actors]
        return next(filter(None, rules), None), standing


@settings(max_examples=300, deadline=None)
@given(STEPS)
def test_each_original_has_one_holder_and_no_chain_has_a_gap(
    steps: list[tuple[str, ErrandMove, set[str]]],
) -> None:
    life = Life()
    for step in steps:
        life.make(*step)
        for paper in PAPERS:
            chain = [each for each in life.transfers if each.paper == paper]
            assert [each.step for each in chain] == list(range(len(chain)))
            pairs = pairwise(chain)
            assert all(before.receiver == after.giver for before, after in pairs)
            holders = [
                who
                for who in (RESIDENT, OFFICE, WORKER, DEPUTY)
                for each in held_by(life.transfers, who)
                if each.paper == paper
            ]
            assert len(holders) == 1
            assert present(life.transfers)[paper].receiver == holders[0]
        is_over = life.state in {ErrandState.RETURNED, ErrandState.CANCELLED, ErrandState.DECLINED}
        assert not is_over or not held_by(life.transfers, WORKER, DEPUTY)


def test_whatever_happened_the_papers_can_come_home() -> None:
    """From each standing a few moves of whoever has to do them bring everything back."""
    life = Life()
    for who, move in (
        ("worker", ErrandMove.ACCEPT),
        ("worker", ErrandMove.COLLECT),
        ("resident", ErrandMove.RECALL),
        ("deputy", ErrandMove.TAKE_OVER),
        ("deputy", ErrandMove.COLLECT),
        ("deputy", ErrandMove.BRING_BACK),
    ):
        life.make(who, move, set(PAPERS))
    assert life.state is ErrandState.RETURNED
    assert {each.receiver for each in present(life.transfers).values()} == {RESIDENT}
    assert ErrandMove.CONFIRM in errand_moves(
        ErrandActor.RESIDENT, Standing(life.state, waits=True)
    )
