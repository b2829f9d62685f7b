"""Words typed while something confidential is open reach clerks only if the person says so."""

import pytest

from tests.handlers.private_stories import SENT, TAKEN, tables_with
from tests.handlers.stories import GARBAGE
from tests.handlers.transcripts import Stage, looks_of, press

SECRET = "他说我偷过他的电瓶"
KEPT = {"private_matter_content", "private_matter_note"}
NO_FILES = "只收文字，照片和文件没有留下"
TOLD = f"""
    {TAKEN}
    费文安: [对居民说]
    费文安: 周五带上照片来，为什么吵起来？
    罗建华:
      → 费文安对您说 … 为什么吵起来 [回话]
"""


@pytest.fixture
async def helped(stage: Stage) -> Stage:
    """Let the mediator, the legal adviser, a clerk and a grid worker join."""
    await stage.street.staff("mediator_1", "legal_1")
    return stage


def nobody_else_has(stage: Stage, *secrets: str) -> None:
    """Check that only the confidential tables and the two sides have the words."""
    assert tables_with(stage.street, *secrets) <= KEPT
    for name in ("甘志明", "邹春兰", "易慧敏", "闻素琴"):
        seen = "\n".join(looks_of(each) for each in stage.street.said_to(name))
        assert not [secret for secret in secrets if secret in seen], name


async def test_an_answer_that_is_just_typed_goes_to_the_mediator_alone(helped: Stage) -> None:
    await helped.play(f"""
    {TOLD}
    罗建华: {SECRET}
      → 发过去了
    费文安:
      → 对方来话 … {SECRET} [回话]
    time: 120 minutes
    甘志明: /desk
    """)
    nobody_else_has(helped, SECRET)
    assert tables_with(helped.street, SECRET) == {"private_matter_note"}
    assert helped.street.rows("SELECT id FROM talk WHERE script = 'report'") == []


async def test_the_same_in_english(helped: Stage) -> None:
    helped.street.somebody("Anna", "en")
    await helped.play("""
    Anna: /mediation
    Anna: [Rent and deposit]
    Anna: skip
    Anna: [Landlord or tenant]
    Anna: yes
    Anna: skip
    Anna: skip
    Anna: ok
    费文安: [我来接]
    费文安: [对居民说]
    费文安: Why does he keep it?
    Anna:
      → writes to you … Why does he keep it? [Answer]
    Anna: He says I broke his bicycle
      → It is sent
    费文安:
      → He says I broke his bicycle
    Anna: And he lies about it
      → Whom is this for? [Answer the mediator (TJ-261124-0001)] [It is something else]
    Anna: [Answer the mediator]
      → It is sent
    费文安:
      → And he lies about it
    time: 120 minutes
    甘志明: /desk
    """)
    nobody_else_has(helped, "broke his bicycle", "he lies about it")


async def test_words_that_nobody_waits_for_are_asked_about_and_kept_from_clerks(
    helped: Stage,
) -> None:
    await helped.play(f"""
    {TAKEN}
    罗建华: {SECRET}
      → 这是说给谁的 … 还没有给任何人看 [回话给调解员（TJ-261124-0001）] [是另一件事]
      → not: {SECRET}
    time: 120 minutes
    甘志明: /desk
      → not: {SECRET}
    """)
    assert tables_with(helped.street, SECRET) == {"talk"}
    await helped.play(f"""
    罗建华: [回话给调解员]
      → 发过去了
    费文安:
      → 对方来话 … {SECRET}
    """)
    nobody_else_has(helped, SECRET)


async def test_cancelled_they_are_forgotten(helped: Stage) -> None:
    await helped.play(f"""
    {TAKEN}
    罗建华: {SECRET}
    罗建华: 取消
      → 不办了
    time: 120 minutes
    """)
    assert tables_with(helped.street, SECRET) == set()


async def test_only_what_the_person_calls_another_matter_becomes_a_report(helped: Stage) -> None:
    await helped.play("""
    罗建华: /mediation
    罗建华: [家里的事]
    罗建华: 跳过
    罗建华: 跳过
    罗建华: [愿意]
    罗建华: 跳过
    罗建华: 跳过
    罗建华: [就这样，发出去]
    罗建华: (photo)
      → 这是说给谁的
    罗建华: [是另一件事]
      → 请说说出了什么事
    """)
    assert helped.street.value("SELECT count(*) FROM talk WHERE script = 'report'") == 1


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("江湾小区3栋楼下下水道又堵了", "下水道"),
        ("着火了", "119"),
        ("我老公打我", "110"),
    ],
)
async def test_what_surely_is_another_matter_or_danger_is_a_report_at_once(
    helped: Stage, words: str, shown: str
) -> None:
    await helped.play(f"""
    {TOLD}
    罗建华: {words}
      → {shown}
    费文安:
      → not: {words}
    """)


async def test_a_dispute_is_no_other_matter(helped: Stage) -> None:
    await helped.play(f"""
    {TOLD}
    罗建华: 邻居占我地方，又把门堵了
      → 发过去了
    费文安:
      → 对方来话 … 又把门堵了
    time: 120 minutes
    """)
    nobody_else_has(helped, "又把门堵了")


async def test_a_photo_is_refused_and_the_words_below_it_are_the_answer(helped: Stage) -> None:
    await helped.play(f"""
    {TOLD}
    罗建华: (photo)
      → {NO_FILES}
    罗建华: (photo) {SECRET}
      → {NO_FILES}
      → 发过去了
    费文安:
      → 对方来话 … {SECRET}
      → not: (photo)
    time: 120 minutes
    """)
    nobody_else_has(helped, SECRET)
    assert "photo" not in str(helped.street.rows("SELECT answers FROM talk"))


async def test_an_album_is_refused_once(helped: Stage) -> None:
    await helped.play(f"""
    {TOLD}
    罗建华: (album of 3) {SECRET}
      → {NO_FILES}
    time: 120 minutes
    """)
    said = [each.text for each in helped.street.said_to("罗建华") if NO_FILES in each.text]
    assert len(said) == 1
    nobody_else_has(helped, SECRET)


async def test_the_button_on_the_very_message_answers_it(helped: Stage) -> None:
    await helped.play(TOLD)
    press(helped.street.people["罗建华"], "回话")
    await helped.play(f"""
    罗建华:
      → 要说什么
    罗建华: {SECRET}
      → 发过去了
    费文安:
      → 对方来话 … {SECRET}
    """)
    nobody_else_has(helped, SECRET)


async def test_what_a_mediator_just_types_is_asked_about_too(helped: Stage) -> None:
    await helped.play(f"""
    {TAKEN}
    费文安: {SECRET}
      → 这是说给谁的 [对居民说（TJ-261124-0001）] [是另一件事]
    time: 120 minutes
    甘志明: /desk
      → not: {SECRET}
    费文安: [对居民说（]
      → 发给居民了
    罗建华:
      → 费文安对您说 … {SECRET} [回话]
    费文安: (photo) 这是照片
      → 这是说给谁的
    费文安: [对居民说（]
      → {NO_FILES}
    """)
    nobody_else_has(helped, SECRET, "这是照片")


async def test_a_worker_who_asked_too_is_one_of_those_offered(helped: Stage) -> None:
    await helped.play(f"""
    {GARBAGE}
    {TOLD.replace("TJ-261124-0001", "TJ-261124-0002")}
    邹春兰: [问居民]
    邹春兰: 是哪一层？
    罗建华: 是三楼那家
      → 这是说给谁的 [回话给调解员（] [回答网格员（«number»）] [是另一件事]
    罗建华: [回答网格员]
    邹春兰:
      → 是三楼那家
    """)


async def test_when_the_matter_is_over_words_are_a_report_again(helped: Stage) -> None:
    await helped.play(f"""
    {TOLD}
    罗建华: [撤回]
    罗建华: [确定撤回]
    罗建华: {SECRET}
      → not: 这是说给谁的
    """)
    assert helped.street.value("SELECT count(*) FROM talk WHERE script = 'report'") == 1


async def test_who_asks_about_a_matter_that_nobody_has_taken_takes_it_up(helped: Stage) -> None:
    await helped.play(f"""
    {SENT}
    费文安: {SECRET}，是真的吗
      → 这是说给谁的 [对居民说（TJ-261124-0001）] [是另一件事]
    费文安: [对居民说]
      → 发给居民了
    罗建华:
      → 费文安对您说 … {SECRET}
      → 费文安接了
    time: 120 minutes
    """)
    nobody_else_has(helped, SECRET)
