"""What time does to a request: a proposal waits a day, and whether it took place is asked."""

from tests.handlers.offer_stories import SENT
from tests.handlers.transcripts import Stage

AGREED = f"""
    {SENT}
    石永刚: [可以，就这样]
      → 说好了
"""
LAWYER = """
    罗建华: /offers 律师
    罗建华: [我要约]
    罗建华: [11月28日(周六)]
    罗建华: [09:00–11:00（剩 2 个）]
    罗建华: 跳过
    罗建华: [发给他们]
    言正平:
      → 有人约您
"""


async def test_a_proposal_that_nobody_answers_gives_its_place_back_and_both_hear_it(
    offers: Stage,
) -> None:
    await offers.play(f"""
    {LAWYER}
    言正平: [换个时间]
    言正平: [12月5日(周六)]
    言正平: [09:00–11:00（剩 2 个）]
    罗建华:
      → 对方想换个时间
    time: 1445 minutes
    罗建华:
      → 您没回话，新的时间放掉了 [再找一个]
    言正平:
      → 对方一天没回话，位子放掉了
    """)
    rows = offers.street.rows("SELECT state, reason FROM offer_request")
    assert rows == [("withdrawn", "no_answer")]
    await offers.play("""
    易大伯: /offers 律师
    易大伯: [我要约]
    易大伯: [12月5日(周六)]
      → 剩 2 个
    """)


async def test_the_contact_is_asked_once_then_the_resident_then_it_is_closed(
    offers: Stage,
) -> None:
    """It is on Thursday: on Friday the contact is asked, on Sunday the resident."""
    await offers.play(f"""
    {AGREED}
    time: 4270 minutes
    石永刚:
      → 这件事做完了吗 [做完了] [没做成]
    time: 2880 minutes
    罗建华:
      → 这件事做成了吗 [做完了] [没做成]
    time: 5760 minutes
    罗建华:
      → 过期了
    """)
    rows = offers.street.rows("SELECT state, reason FROM offer_request")
    assert rows == [("over", "unknown_end")]
    asked = offers.street.rows("SELECT state FROM due WHERE kind = 'offer_afterwards'")
    assert sorted(asked) == [("cancelled",), ("fired",), ("fired",), ("fired",)]


async def test_the_residents_word_is_the_end_of_it(offers: Stage) -> None:
    await offers.play(f"""
    {AGREED}
    time: 7150 minutes
    罗建华:
      → 这件事做成了吗
    罗建华: [没做成]
      → toast: 好的，记下了
    石永刚:
      → 没做成
    """)
    assert offers.street.rows("SELECT state FROM offer_request") == [("over",)]


async def test_a_request_that_was_never_answered_ends_by_itself(offers: Stage) -> None:
    await offers.play(f"""
    {SENT}
    time: 4270 minutes
    罗建华:
      → 对不起，对方到时候也没回 … 13800000023 [再找一个]
    """)
    planned = "SELECT count(*) FROM due WHERE kind LIKE 'offer%' AND state = 'scheduled'"
    assert offers.street.value(planned) == 0


async def test_the_same_in_english(offers: Stage) -> None:
    offers.street.somebody("Anna", "en")
    await offers.play("""
    Anna: /offers lawyer
    Anna: [Ask for it]
    Anna: [Sat 28 November]
    Anna: [09:00–11:00 (2 left)]
    Anna: skip
    Anna: ok
    言正平: [可以，就这样]
    time: 10100 minutes
    Anna:
      → Did it take place? [Done] [It did not take place]
    Anna: [Done]
      → Done
    """)
