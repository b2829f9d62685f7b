"""In the middle of one thing somebody writes about another; the first one waits."""

import pytest

from tests.handlers.transcripts import Stage

LAMP = "江湾小区3栋1单元楼道灯不亮"
MIDDLES = {
    "papers": "老年证",
    "appointment": "预约",
    "ticket": "取号",
    "offer": "/offers",
    "an offer that was found": "我想理发",
}


@pytest.mark.parametrize("middle", MIDDLES.values(), ids=MIDDLES)
async def test_trouble_goes_first(stage: Stage, middle: str) -> None:
    await stage.play(f"""
    罗建华: {middle}
    罗建华: {LAMP}
      → 先办这件，刚才那件给您留着 … 我理解是：路灯、楼道灯不亮
    """)


async def test_a_matter_of_the_centre_and_an_offer_are_told_apart(stage: Stage) -> None:
    await stage.play("""
    罗建华: 我想理发
    罗建华: 居住证怎么办
      → 居住证 … 户口在外地吗？
    罗建华: 我想理发
      → 上门理发 … 无偿
    罗建华: [不办了]
    罗建华: [不办了]
    罗建华: [不办了]
    罗建华: /offers
    罗建华: 居住证
      → 居住证 … 户口在外地吗？
    """)


async def test_a_matter_of_the_centre_leaves_a_report_that_names_nothing(stage: Stage) -> None:
    await stage.play("""
    罗建华: 有个事情想说一下
      → 这是哪一类事
    罗建华: 医保怎么交
      → 城乡居民基本医保参保
    罗建华: 不办了
      → 要接着填吗 … 这是哪一类事
    """)


async def test_naming_the_matter_at_hand_keeps_its_answers(stage: Stage) -> None:
    await stage.play("""
    罗建华: 低保
    罗建华: 是
    罗建华: 我不晓得
      → 超过规定的房
    罗建华: 低保
      → 超过规定的房
    罗建华: 就是有低保
      → 超过规定的房
    罗建华: 低保要多久
      → 最低生活保障
    罗建华: 高龄津贴
      → 满80周岁
    罗建华: [不办了]
    """)


async def test_the_matter_at_hand_in_english(stage: Stage) -> None:
    stage.street.somebody("Anna", "en")
    await stage.play("""
    Anna: residence permit
    Anna: I am not sure
      → six months
    Anna: my residence permit
      → six months
    """)


async def test_what_waits_is_recalled_once_and_goes_on_when_it_is_wanted(stage: Stage) -> None:
    await stage.play("""
    罗建华: 预约老年证
      → 哪一天
    罗建华: 单身证明
      → 婚姻状况证明
      → 要接着填吗 … 哪一天
    罗建华: 护照
      → 12367
    """)
    assert "要接着填吗" not in stage.street.said_to("罗建华")[-1].text
    await stage.play("""
    罗建华: 继续
      → 要接着填吗 … 哪一天
    罗建华: [11月25日
      → 几点
    """)
