"""Offers of organisations: found, asked for at a known price, agreed on, moved, taken back."""

from tests.handlers.offer_stories import SENT
from tests.handlers.transcripts import Stage


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
      → 写春联：1月11日(周一)开始
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


async def test_the_conversation_is_emptied_when_the_request_has_been_sent(offers: Stage) -> None:
    await offers.play(SENT)
    talks = "SELECT answers, start, state FROM talk WHERE script = 'offer'"
    assert offers.street.rows(talks) == [("[]", "{}", "done")]


async def test_a_typed_yes_is_the_one_button_that_means_yes(offers: Stage) -> None:
    await offers.play(f"""
    罗建华: 可以
      → 没有在问您什么
    {SENT}
    石永刚: [换个时间]
    石永刚: [11月27日(周五)]
    石永刚: [上午]
    罗建华: 可以
      → 说好了 … 11月27日(周五) 上午
      → 说定了
    石永刚:
      → 说好了 … 11月27日(周五) 上午 [做完了]
    罗建华: 好的
      → 没有在问您什么
    """)


async def test_an_offer_that_begins_later_is_told_with_its_first_day(offers: Stage) -> None:
    offers.street.somebody("Anna", "en")
    await offers.play("""
    罗建华: 写春联
      → 写春联：1月11日(周一)开始，现在还不能约
      → not: 哪一类事
    罗建华: [不办了]
    罗建华: 有人帮写春联吗
      → 开始，现在还不能约
    罗建华: 理发
      → 价钱
    Anna: /offers
    Anna: New Year couplets
      → New Year couplets: from Mon 11 January on. It cannot be asked for yet
    """)
