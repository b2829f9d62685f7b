"""What is confided are words: photos and files are refused, and it is said what to do instead."""

import pytest

from tests.handlers.street import Street
from tests.handlers.transcripts import Stage

CHINESE = "只收文字，照片和文件没有留下。请您自己留好，见面时带来"
ENGLISH = "photos and files were not kept. Please keep them and bring them when you meet"


@pytest.fixture
async def helped(stage: Stage) -> Stage:
    """Let the mediator and the legal adviser join."""
    await stage.street.staff("mediator_1", "legal_1")
    return stage


def told(street: Street, name: str, words: str) -> int:
    """Count the messages with these words in somebody's chat."""
    return sum(words in message.text for message in street.said_to(name))


async def test_a_photo_is_refused_and_the_words_below_it_count(helped: Stage) -> None:
    await helped.play(f"""
    罗建华: /mediation
    罗建华: (photo)
      → {CHINESE}
      → not: 收到 1 张
    罗建华: [邻居之间]
      → 发生了什么
    罗建华: (photo) 鞋柜堵住楼道半年了
      → {CHINESE}
      → 对方是谁
    罗建华: [邻居]
    罗建华: [还不知道]
    罗建华: 跳过
    罗建华: [晚上]
      → 经过：鞋柜堵住楼道半年了 [就这样，发出去]
    罗建华: [就这样，发出去]
      → 收到了 … TJ-261124-0001
    费文安:
      → 有人找您 … 鞋柜堵住楼道半年了
      → not: (photo)
    """)


async def test_an_album_is_refused_once(helped: Stage) -> None:
    await helped.play(f"""
    罗建华: /legalaid
    罗建华: (album of 3)
      → {CHINESE}
    """)
    assert told(helped.street, "罗建华", CHINESE) == 1


async def test_what_came_before_a_report_became_confidential_does_not_go_along(
    helped: Stage,
) -> None:
    await helped.play(f"""
    罗建华: 邻居占我地方，鞋柜堵门
      → 这件事想让谁知道
    罗建华: (photo)
      → 收到 1 张
    罗建华: [调解员来管（保密）]
      → {CHINESE}
      → 只有调解员看得到您说的话
    """)
    answers = helped.street.rows("SELECT answers FROM talk WHERE script = 'mediation'")
    assert "files" not in str(answers)


async def test_a_mediator_who_sends_a_photo_is_told_too(helped: Stage) -> None:
    await helped.play(f"""
    罗建华: /mediation
    罗建华: [邻居之间]
    罗建华: 跳过
    罗建华: [邻居]
    罗建华: [还不知道]
    罗建华: 跳过
    罗建华: 跳过
    罗建华: [就这样，发出去]
    费文安: [我来接]
    费文安: [对居民说]
    费文安: (photo)
      → {CHINESE}
    费文安: 周五带上租房合同来
      → 发给居民了
    罗建华:
      → 费文安对您说 … 周五带上租房合同来
    """)


async def test_after_a_confidential_matter_photos_are_taken_again(helped: Stage) -> None:
    await helped.play(f"""
    罗建华: /mediation
    罗建华: 取消
    罗建华: (photo)
      → 收到
      → not: {CHINESE}
    """)


async def test_legal_aid_in_english(helped: Stage) -> None:
    helped.street.somebody("Anna", "en")
    await helped.play(f"""
    Anna: lawyer
      → Legal aid: a lawyer free of charge … Only the legal advisers read [Unpaid wages]
    Anna: [Unpaid wages]
      → What happened?
    Anna: (photo) three months without pay
      → {ENGLISH}
      → Does a time limit end soon [No time limit] [I do not know]
    Anna: 11-28
      → Are your means short? [Yes, I promise it is true] [I need no check]
    Anna: i promise
      → When may
    Anna: skip
      → About: Unpaid wages … three months without pay … Time limit: … [Send it]
    Anna: ok
      → Received … FY-261124-0001 … Only a legal adviser reads this
    闻素琴:
      → 有人找您 … three months without pay [我来接]
    甘志明:
      → not: three months
    闻素琴: [我来接]
    Anna:
      → 闻素琴 looks after it
    闻素琴: [缺材料]
    闻素琴: Labour contract, pay slips
    Anna:
      → Papers are missing … Labour contract, pay slips
    闻素琴: [转法律援助中心]
    Anna:
      → 12348
    """)
