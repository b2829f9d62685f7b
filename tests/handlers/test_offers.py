"""Offers of organisations: found, asked for at a known price, agreed on, moved, taken back."""

import sqlite3

import pytest

from tests.handlers.street import Street
from tests.handlers.transcripts import Stage, press

ASKED = """
    罗建华: /offers 我想找人修水管
      → 修水管、换龙头 … 价钱：低偿 20 元/次人工 … 巧手维修队（企业） 13800000023 [我要约] [换一个]
    罗建华: [我要约]
      → 哪一天？ [11月24日(周二)] [11月25日(周三)]
    罗建华: 后天
      → 什么时候方便 [上午] [下午] [晚上]
    罗建华: 下午3点半
      → 在哪里
    罗建华: 江湾小区3栋2单元501
      → 还有什么要先告诉巧手维修队的
    罗建华: 厨房龙头关不紧
      → 修水管、换龙头 … 11月26日(周四) 15:30 左右 … 江湾小区3栋2单元501 … 留言：厨房龙头关不紧
        … 低偿 20 元/次人工 … 小巷不收钱 [发给他们] [改：日期] [改：称呼]
"""
SENT = f"""
    {ASKED}
    罗建华: [发给他们]
      → 发给巧手维修队了，等他们回 … 11月26日(周四) 15:30 左右 … 13800000023 [不要了]
      → not: 还没用上小巷
"""


@pytest.fixture
async def offers(stage: Stage) -> Stage:
    """Let the contacts of the repair team and of the legal clinic join."""
    await stage.street.staff("org_repair", "org_law")
    return stage


async def test_a_request_reaches_the_contact_and_is_agreed_on(offers: Stage) -> None:
    await offers.play(f"""
    石永刚:
      → 您现在是组织的联系人 … 有人约您会自动发到这里
    {SENT}
    石永刚:
      → 有人约您 … 修水管、换龙头 … 11月26日(周四) 15:30 左右
        … 江湾小区3栋2单元501 … 厨房龙头关不紧 [可以，就这样] [换个时间] [这次不行]
    石永刚: [可以，就这样]
      → toast: 好的，告诉对方了
      → 说好了 [做完了]
    罗建华:
      → 说好了 … 11月26日(周四) 15:30 左右 [不要了]
    time: 1980 minutes
    罗建华:
      → 别忘了，您约了这件事 … 15:30
    石永刚:
      → 别忘了，明天有人等您 … 15:30
    石永刚: [做完了]
      → 做完了
    罗建华:
      → 做完了
      → not: [不要了]
    """)


async def test_the_same_in_english(offers: Stage) -> None:
    offers.street.somebody("Anna", "en")
    await offers.play("""
    Anna: /offers
      → What are you looking for? [Legal advice] [Free of charge] [Everything]
    Anna: lawyer
      → Free legal advice … Price: free of charge … Wed 14:00–16:00, at most 6 people [Ask for it]
    Anna: yes
      → which day? [Wed 25 November]
    Anna: 1
      → which time? [14:00–16:00 (6 left)]
    Anna: 1
      → Is there anything that Clear Word legal clinic should know [Skip]
    Anna: skip
      → Price: free of charge … Xiaoxiang takes no money [Send it]
    Anna: ok
      → Sent to Clear Word legal clinic [Cancel it]
    言正平:
      → 有人约您 … 免费法律咨询
    Anna: [Cancel it]
      → cancel this?
    Anna: [Yes, cancel it]
      → It is cancelled.
      → Cancelled
    言正平:
      → 对方取消了
    """)


async def test_another_time_is_proposed_and_taken(offers: Stage) -> None:
    await offers.play(f"""
    {SENT}
    石永刚: [换个时间]
      → 修水管、换龙头：哪一天？
    石永刚: [11月27日(周五)]
    石永刚: [上午]
      → 新的时间发给对方了
      → 等对方回新的时间 … 11月27日(周五) 上午
    罗建华:
      → 对方想换个时间 … 11月27日(周五) 上午 [行，就这个时间] [不要了]
    罗建华: [行，就这个时间]
      → 说好了
    石永刚:
      → 说好了 … 11月27日(周五) 上午 [做完了]
    """)


async def test_declined_with_words_that_the_resident_reads(offers: Stage) -> None:
    await offers.play(f"""
    {SENT}
    石永刚: [这次不行]
      → 为什么不行 [没有人手] [满了]
    石永刚: 师傅这周都在外地
      → 告诉对方了
    罗建华:
      → 这次约不成 … 原因：师傅这周都在外地 [再找一个]
    """)


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


async def test_shelves_prices_and_words_that_mean_nothing(offers: Stage) -> None:
    await offers.play("""
    罗建华: /offers 火箭
      → 现在没有这样的 [全部]
    罗建华: [有偿的]
      → 点一个看看 [修家电 · 有偿 50 元] [家政保洁 · 有偿 45 元] [都不是]
    罗建华: [家政保洁]
      → 价钱：有偿 45 元/小时
    罗建华: [换一个]
      → 您想找什么
    罗建华: 春联
      → 现在没有这样的
    """)


async def test_plain_words_find_the_offer_and_may_be_a_report_after_all(offers: Stage) -> None:
    await offers.play("""
    罗建华: 我想理发
      → 上门理发 … 价钱：无偿（不要钱） [我要约] [换一个] [不是，我要反映问题]
    罗建华: [不是，我要反映问题]
      → 按反映问题来办
      → 这是哪一类事
    罗建华: 取消
    罗建华: 找人帮忙
      → 您想找什么
    罗建华: 取消
    罗建华: 广场舞太吵
      → 我理解是
    罗建华: 取消
    罗建华: 订通知
      → 想收到哪些通知
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


async def test_the_conversation_is_emptied_when_the_request_has_been_sent(offers: Stage) -> None:
    await offers.play(SENT)
    talks = "SELECT answers, start, state FROM talk WHERE script = 'offer'"
    assert offers.street.rows(talks) == [("[]", "{}", "done")]


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
