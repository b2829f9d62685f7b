"""A confidential matter goes to another helper: named to the resident, closed to the giver."""

import sqlite3

import pytest

from tests.handlers.private_stories import TAKEN, WORDS, seen_by, tables_with
from tests.handlers.street import Street
from tests.handlers.transcripts import Stage, press

SECRET = "上次吵是在九月"
MET = f"""
    {TAKEN}
    费文安: [约时间]
    费文安: [11月27日(周五)]
    费文安: 下午3点
    费文安: 跳过
      → 约好了
"""


@pytest.fixture
async def helped(stage: Stage) -> Stage:
    """Let two mediators and the legal adviser join."""
    street = stage.street
    await add_mediator(street, "mediator_2", "苗春燕")
    await street.staff("mediator_1", "legal_1")
    street.somebody("苗春燕").start(await street.invitation("mediator_2"))
    await street.settle()
    return stage


async def add_mediator(street: Street, code: str, name: str) -> None:
    """Add one more mediator to the staff list, as an operator would."""
    await street.stop_bot()
    connection = sqlite3.connect(street.settings.database, isolation_level=None)
    connection.execute(
        "INSERT INTO community_item SELECT community, kind, ?, position,"
        " json_set(content, '$.code', ?, '$.name', ?) FROM community_item"
        " WHERE kind = 'staff' AND code = 'mediator_1'",
        (code, code, name),
    )
    connection.close()
    await street.start_bot()


async def test_it_goes_to_a_colleague_who_is_named_and_the_giver_reads_no_more(
    helped: Stage,
) -> None:
    await helped.play(f"""
    {MET}
    费文安: [交给别人]
      → 交给谁 … 您马上就看不到内容了 [苗春燕] [交回去，谁都可以接]
    费文安: [苗春燕]
      → 交出去了，居民也知道了
      → TJ-261124-0001：已经交出去了
      → not: {WORDS}
    苗春燕:
      → 费文安交给您了 … 11月27日(周五)15:00 … {WORDS} [对居民说]
    罗建华:
      → 费文安把这件事交给了苗春燕 … 费文安看不到内容了 … 11月27日(周五)15:00 … {WORDS}
    罗建华: [补充、回话]
    罗建华: {SECRET}
      → 发过去了
    苗春燕:
      → 对方来话 … {SECRET}
    费文安: /matters
      → 现在没有等着您的
    """)
    assert SECRET not in seen_by(helped, "费文安")
    assert tables_with(helped.street, SECRET) == {"private_matter_note"}
    given = "SELECT from_helper, to_helper FROM private_matter_handover"
    assert helped.street.rows(given) == [("mediator_1", "mediator_2")]
    deed = "SELECT count(*) FROM audit WHERE action = 'private.hand_over'"
    assert helped.street.value(deed) == 1


async def test_given_back_to_all_whoever_gave_it_neither_sees_nor_takes_it(helped: Stage) -> None:
    await helped.play(f"""
    {MET}
    费文安: [交给别人]
    费文安: 2
      → 交出去了，居民也知道了
    罗建华:
      → 费文安办不了，交回来了，换一位来办 … 约过的时间不算数了 … 前有人接 … {WORDS}
    苗春燕:
      → 费文安交回来了 … 前请接 … {WORDS} [我来接]
    费文安: /matters
      → 现在没有等着您的
    苗春燕: [我来接]
      → 您接了
    罗建华:
      → 苗春燕接了
    """)
    planned = "SELECT count(*) FROM due WHERE kind = 'private_meeting' AND state = 'scheduled'"
    assert helped.street.value(planned) == 0


async def test_given_back_and_nobody_else_is_there(helped: Stage) -> None:
    helped.street.people["苗春燕"].block()
    await helped.street.settle()
    await helped.play(f"""
    {TAKEN}
    费文安: [交给别人]
      → 现在没有别的同事在 [交回去，谁都可以接]
    费文安: [交回去]
    罗建华:
      → 换一位来办 … 现在没有调解员能接 … 12348
    甘志明:
      → 有人要调解或法律援助，可还没有人能看 … TJ-261124-0001
      → not: {WORDS}
    """)


async def test_words_begun_before_do_not_leave_after(helped: Stage) -> None:
    """Who has handed it over says nothing more about it, and a second press changes nothing."""
    await helped.play(f"""
    {TAKEN}
    费文安: [交给别人]
    """)
    phone = helped.street.people["费文安"]
    press(phone, "苗春燕")
    press(phone, "苗春燕")
    await helped.street.settle()
    assert helped.street.value("SELECT count(*) FROM private_matter_handover") == 1
    await helped.play(f"""
    费文安: {SECRET}
    time: 120 minutes
    苗春燕:
      → not: {SECRET}
    甘志明:
      → not: {SECRET}
    """)


async def test_the_same_in_english(helped: Stage) -> None:
    helped.street.somebody("Anna", "en")
    await helped.play("""
    Anna: /mediation
    Anna: [Rent and deposit]
    Anna: He keeps my deposit
    Anna: [Landlord or tenant]
    Anna: yes
    Anna: skip
    Anna: skip
    Anna: ok
    费文安: [我来接]
    费文安: [交给别人]
    费文安: [苗春燕]
    Anna:
      → 费文安 gave it to 苗春燕 … 费文安 does not read it any more … He keeps my deposit
    """)


async def test_what_waited_about_the_matter_is_not_asked_of_the_giver_any_more(
    helped: Stage,
) -> None:
    await helped.play(f"""
    {MET}
    费文安: [对居民说]
      → TJ-261124-0001
    费文安: [交给别人]
    费文安: [交回去，谁都可以接]
      → 交出去了
      → not: 还没提交
    """)
    assert helped.street.value("SELECT count(*) FROM talk WHERE state IN ('open', 'paused')") == 0


async def test_a_day_and_a_time_said_at_once_are_heard(helped: Stage) -> None:
    await helped.play(f"""
    {TAKEN}
    费文安: [约时间]
    费文安: 明天下午三点
      → 在哪里
    费文安: 跳过
      → 约好了
    罗建华:
      → 11月25日(周三)15:00
    """)
