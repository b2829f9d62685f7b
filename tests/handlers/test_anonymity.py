"""Anonymous reports: a number and a query code, and nothing that ties them to an account."""

from pathlib import Path

import pytest

from bot.instants import MINUTE
from tests.handlers.street import Street, open_street
from tests.handlers.transcripts import Stage

WORDS = "江湾小区2栋1单元楼道里有人乱扔垃圾"
REPORT = f"""
    罗建华: {WORDS}
    罗建华: [跳过]
    罗建华: [跳过]
    罗建华: (photo)
    罗建华: [好了，没有了]
    罗建华: [要不要匿名]
      → 要匿名吗？ … 不记您的账号 [匿名]
    罗建华: [匿名]
      → 匿名 [发送]
    罗建华: [发送]
      → «number» … «code» … 没有记您的账号
    邹春兰:
      → (photo) … «number» … 匿名 … {WORDS} [受理]
      → not: [问居民]
"""


async def test_an_anonymous_report_is_followed_by_its_query_code(stage: Stage) -> None:
    await stage.play(REPORT)
    await stage.play("""
    邹春兰: [受理]
    罗建华:
      → nothing
    罗建华: «code»
      → 处理中 … «number» … 网格员邹春兰
    罗建华: AAAA-AAAA-AAAA
      → 没找到
    罗建华: «number»
      → 没找到
    罗建华: /mycases
      → 您还没有反映过
    """)


async def test_nobody_is_promised_to_be_contacted_about_an_anonymous_report(stage: Stage) -> None:
    await stage.play(REPORT)
    await stage.play("""
    邹春兰:
      → keeps: «number» … 联系不到本人 … 到场
      → not: 联系：
    罗建华: «code»
      → «number» … 前去看 … 前办好
      → not: 有人联系您
    """)


async def test_the_receipt_of_an_anonymous_report_says_who_comes_and_until_when(
    stage: Stage,
) -> None:
    await stage.play(REPORT)
    await stage.play("""
    罗建华:
      → keeps: «number» … «code» … 由江湾第四网格的网格员来办 … 前去看 … 前办好
    """)


async def test_the_receipt_of_an_anonymous_report_tells_whom_to_call_when_nobody_can_be_told(
    template: Path, tmp_path: Path
) -> None:
    async with open_street(template, tmp_path / "empty") as street:
        report = REPORT.partition("邹春兰")[0]
        await Stage(street).play(f"{report}\n → keeps: «code» … 没有人能收到消息 … 13800000006")


async def test_a_query_code_may_be_copied_with_the_words_around_it(stage: Stage) -> None:
    await stage.play(REPORT)
    await stage.play("""
    罗建华: 查询码：«code»
      → 已收到 … «number»
    罗建华: 请问 «code» 办得怎么样了？
      → 已收到 … «number»
    罗建华: 查询码 AAAA-AAAA-AAAA
      → 没找到「AAAA-AAAA-AAAA」
    罗建华: 型号 A«code»
      → 这是哪一类事？
    """)


async def test_no_table_ties_an_anonymous_case_to_an_account(stage: Stage) -> None:
    await stage.play(REPORT)
    await stage.play("罗建华: «code»\n → «number»\n罗建华: 查询码 «code»\n → «number»")
    await stage.street.settle()
    secrets = (WORDS, stage.noted["number"], stage.noted["code"], "jiangwan_2")
    account = stage.street.people["罗建华"].user_id
    person = stage.street.value("SELECT id FROM person WHERE telegram_id = ?", account)
    rows = _everything(stage.street)
    assert [row for row in rows if WORDS in row], "the case itself keeps the words"
    tied = [row for row in rows if _is_about(row, account, person) and _holds(row, secrets)]
    assert tied == []


WHEN = {
    "case": "SELECT opened_at, changed_at, acknowledge_by, resolve_by FROM report_case",
    "its photos": "SELECT added_at FROM case_file",
    "its record": "SELECT at FROM audit WHERE action = 'case.open'",
    "its cards": "SELECT created_at FROM outbox WHERE subject LIKE 'case:%'",
    "the person": "SELECT created_at FROM person",
}


async def test_an_anonymous_case_is_known_to_the_minute_and_its_person_to_the_day(
    stage: Stage,
) -> None:
    await stage.play(REPORT)
    for what, query in WHEN.items():
        times = [time for row in stage.street.rows(query) for time in row]
        assert times, what
        assert not [time for time in times if int(str(time)) % MINUTE], what


async def test_no_card_of_an_anonymous_case_says_which_message_led_to_it(stage: Stage) -> None:
    await stage.play(REPORT)
    cards = "SELECT inbox_id FROM outbox WHERE subject LIKE 'case:%'"
    assert stage.street.rows(cards) == [(0,)]


async def test_a_late_part_of_an_anonymous_reports_album_begins_no_other_report(
    stage: Stage,
) -> None:
    await stage.play(REPORT.replace(f"罗建华: {WORDS}", f"罗建华: (album of 2) {WORDS}"))
    luo = stage.street.people["罗建华"]
    album = next(each.about["media_group_id"] for each in luo.messages() if each.about)
    for photo in ("dog", "lamp"):
        luo.send_photo(photo, media_group_id=album)
    await stage.play("""
    罗建华:
      → 这张照片来晚了
    邹春兰:
      → nothing
    """)
    assert len([each for each in stage.street.said_to("罗建华") if "来晚了" in each.text]) == 1
    assert stage.street.value("SELECT count(*) FROM talk WHERE script = 'report'") == 1
    assert stage.street.value("SELECT count(*) FROM case_file") == 3
    assert stage.street.value("SELECT count(*) FROM inbox WHERE raw LIKE '%media_group%'") == 0


async def test_clerks_are_not_left_with_the_words_of_a_draft_that_became_anonymous(
    stage: Stage,
) -> None:
    await stage.play("""
    罗建华: 江湾小区2栋1单元有股煤气味
      → [我安全，帮我记下来]
    甘志明:
      → 有人可能有危险，但还没提交 … 煤气味 [看过了]
      → not: 罗建华
    罗建华: [我安全，帮我记下来]
    罗建华: 跳过
    罗建华: 跳过
    罗建华: 跳过
    罗建华: [好了，没有了]
    罗建华: [要不要匿名]
    罗建华: [匿名]
    罗建华: [发送]
      → «code»
    甘志明:
      → 已经提交
      → not: 煤气味
    """)
    assert stage.street.rows("SELECT subject, detail FROM task") == [("", "")]
    told = stage.street.rows("SELECT content FROM outbox WHERE content LIKE '%danger_draft%'")
    assert not [row for row in told if "煤气味" in str(row)]


@pytest.mark.parametrize("again", [1, 2])
async def test_a_repeated_press_opens_one_anonymous_case(stage: Stage, again: int) -> None:
    stage.street.playground.world.rules.repeat_presses = again == 2
    await stage.play(REPORT)
    assert stage.street.value("SELECT count(*) FROM report_case") == 1


def _everything(street: Street) -> list[str]:
    """Return every row of every table as text."""
    tables = street.rows("SELECT name FROM sqlite_master WHERE type = 'table'")
    rows: list[str] = []
    for (table,) in tables:
        content = street.rows(f"SELECT * FROM {table}")  # noqa: S608 - the schema's own names
        rows += [" | ".join([str(table), *map(_text, row)]) for row in content]
    return rows


def _text(value: object) -> str:
    return value.decode("utf-8", "replace") if isinstance(value, bytes) else str(value)


def _is_about(row: str, account: int, person: object) -> bool:
    cells = row.split(" | ")
    return str(account) in row or str(person) in cells


def _holds(row: str, secrets: tuple[str, ...]) -> bool:
    return any(secret in row for secret in secrets)
