"""Requests for offers when something comes between: nobody there, no place left, an end."""

import sqlite3

from tests.handlers.offer_stories import ASKED, SENT
from tests.handlers.street import Street
from tests.handlers.transcripts import Stage, press


async def test_nobody_has_joined_so_the_clerks_see_it_and_the_resident_is_told(
    stage: Stage,
) -> None:
    await stage.play(f"""
    {ASKED}
    罗建华: [发给他们]
      → 等他们回 … 联系人还没用上小巷，已经交给服务窗口去联系
    甘志明:
      → 有人约了一个组织，但它的联系人还没加入 … 巧手维修队 · 修水管、换龙头 · 罗建华
      → not: 厨房龙头关不紧
    """)


async def test_a_request_that_nobody_answers_comes_to_the_clerks(
    offers: Stage,
) -> None:
    await offers.play(f"""
    {SENT}
    time: 1500 minutes
    甘志明:
      → 到现在还没有回 … 巧手维修队 · 修水管、换龙头
    石永刚: /requests
      → 有人约您
    石永刚: [可以，就这样]
    甘志明:
      → 有人看过了
    """)


async def test_the_last_place_goes_once(offers: Stage) -> None:
    """On Saturday the lawyer has two places; three stand before the last question."""
    street = offers.street
    names = ("罗建华", "易大伯", "罗奶奶")
    for name in names:
        await offers.play(f"""
        {name}: /offers 律师
        {name}: [我要约]
        {name}: [11月28日(周六)]
        {name}: [09:00–11:00（剩 2 个）]
        {name}: 跳过
          → 发给他们
        """)
    for name in names:
        press(street.people[name], "发给他们")
    await street.settle()
    assert street.rows("SELECT place FROM offer_request ORDER BY place") == [(1,), (2,)]
    lost = [name for name in names if "刚满了" in street.said_to(name)[-1].text]
    assert len(lost) == 1
    await offers.play(f"""
    {lost[0]}:
      → not: 等他们回
      → 哪一天
    """)


async def test_pressing_twice_asks_once(offers: Stage) -> None:
    await offers.play(ASKED)
    phone = offers.street.people["罗建华"]
    press(phone, "发给他们")
    press(phone, "发给他们")
    await offers.street.settle()
    assert offers.street.rows("SELECT state, version FROM offer_request") == [("requested", 1)]


async def test_who_has_asked_already_sees_that(offers: Stage) -> None:
    await offers.play(f"""
    {SENT}
    罗建华: /offers 水龙头
    罗建华: [我要约]
      → 您已经约了这一项
      → 等他们回
    """)


async def test_a_request_is_nobody_elses(offers: Stage) -> None:
    await offers.play(f"""
    {SENT}
    言正平: /requests
      → 现在没有要回的预约
    罗建华: /requests
      → 没看懂
    易大伯: /offers
      → 您想找什么
      → not: 等他们回
    """)


async def test_taken_back_while_it_is_accepted(offers: Stage) -> None:
    """Both press at once: in whichever order it comes, the resident's no is the last word."""
    await offers.play(f"""
    {SENT}
    罗建华: [不要了]
      → 确定不要了吗
    """)
    street = offers.street
    press(street.people["石永刚"], "可以，就这样")
    press(street.people["罗建华"], "确定不要了")
    press(street.people["石永刚"], "可以，就这样")
    await street.settle()
    assert street.rows("SELECT state FROM offer_request") == [("withdrawn",)]
    assert (
        street.value(
            "SELECT count(*) FROM due WHERE kind = 'offer_reminder' AND state = 'scheduled'"
        )
        == 0
    )
    await offers.play("""
    石永刚:
      → 对方取消了
    """)


async def test_who_becomes_the_contact_later_gets_what_waits(stage: Stage) -> None:
    await stage.play(f"""
    {ASKED}
    罗建华: [发给他们]
      → 联系人还没用上小巷
    """)
    await stage.street.staff("org_repair")
    await stage.play("""
    石永刚:
      → 有人约您 … 厨房龙头关不紧 [可以，就这样]
    罗建华:
      → 等他们回
      → not: 联系人还没用上小巷
    甘志明:
      → 有人看过了
    """)


async def test_an_offer_that_ends_while_somebody_asks_for_it_is_said(offers: Stage) -> None:
    await offers.play("""
    罗建华: /offers
    罗建华: [家里修修补补]
    罗建华: [修家电]
    罗建华: [我要约]
    罗建华: 明天
      → 什么时候方便
    """)
    await offers.play(ASKED.replace("罗建华", "易大伯"))
    await change_offer(offers.street, "water_pipes", "until", "2026-11-23")
    await change_offer(offers.street, "appliances", "until", "2026-11-23")
    await offers.play("""
    罗建华: [上午]
      → 这一项现在没有了。再找一个？
    易大伯: [发给他们]
      → 现在没有这样的
    """)
    assert offers.street.rows("SELECT * FROM offer_request") == []


async def test_what_is_agreed_stays_when_the_offer_ends(offers: Stage) -> None:
    await offers.play(SENT)
    await change_offer(offers.street, "water_pipes", "until", "2026-11-23")
    await offers.play("""
    石永刚: [可以，就这样]
      → 说好了
    罗建华:
      → 说好了 … 修水管、换龙头
    """)


async def test_who_is_not_the_contact_any_more_answers_nothing(offers: Stage) -> None:
    street = offers.street
    await offers.play(SENT)
    follower = street.somebody("石小妹")
    follower.start(await street.invitation("org_repair"))
    await offers.play("""
    石小妹:
      → 您现在是组织的联系人
      → 有人约您 … 厨房龙头关不紧
    石永刚: [可以，就这样]
      → toast: 这一条已经没有了
    石永刚: /requests
      → 没看懂
    石永刚: /notice
      → 没看懂
    石小妹: [可以，就这样]
      → 说好了
    """)


async def test_the_price_is_the_one_of_now(offers: Stage) -> None:
    await offers.play(ASKED)
    await change_offer(offers.street, "water_pipes", "price", 25)
    await offers.play("""
    罗建华: [改：称呼]
    罗建华: 罗先生
      → 价钱：低偿 25 元/次人工
    """)


async def change_offer(street: Street, code: str, field: str, value: object) -> None:
    """Change the community's data and start the bot with it, as an operator would."""
    await street.stop_bot()
    connection = sqlite3.connect(street.settings.database, isolation_level=None)
    connection.execute(
        "UPDATE community_item SET content = json_set(content, '$.' || ?, ?)"
        " WHERE kind = 'offer' AND code = ?",
        (field, value, code),
    )
    connection.close()
    await street.start_bot()
