"""Where it is, shared by the phone itself; and small courtesies of a conversation."""

from tests.handlers.transcripts import Stage


async def test_a_large_button_shares_the_place_and_is_gone_afterwards(stage: Stage) -> None:
    await stage.play("""
    罗建华: 路灯不亮
      → 在哪里？ [从楼栋里选] [📍 我就在那里，发位置]
    罗建华: [📍 我就在那里]
      → 请点屏幕最下面的大按钮
    罗建华: (large button at 27.6217 113.8438)
      → 江湾第四网格，对吗 [江湾小区8栋]
    """)
    assert stage.street.people["罗建华"].chat().reply_keyboard is None


async def test_in_danger_the_number_is_the_first_thing_that_is_seen(stage: Stage) -> None:
    await stage.play("""
    罗建华: 着火了，快来人
      → 119 … [我安全，帮我记下来] [不是这一类]
    """)
    text = stage.street.said_to("罗建华")[-1].text
    assert text[:3] in {"110", "119", "120"}, text


async def test_back_from_the_summary_asks_nothing_that_was_never_seen(stage: Stage) -> None:
    await stage.play("""
    罗建华: 江湾小区3栋楼道灯坏了
    罗建华: 没有
      → 没错就点「发送」
    罗建华: [‹ 返回]
      → 照片
    罗建华: 没有
      → 没错就点「发送」
    罗建华: [改：地点]
      → [从楼栋里选]
    罗建华: [‹ 返回]
      → 没错就点「发送」 … [发送]
    """)


async def test_an_edit_after_sending_is_added_and_only_nodded_at(stage: Stage) -> None:
    await stage.play("""
    罗建华: 江湾小区3栋楼道灯坏了
    罗建华: [好了，没有了]
    罗建华: [发送]
      → 已收到
    罗建华: (edits it) 江湾小区3栋楼道灯坏了，老人摔倒过
      → 老人摔倒过
    """)
    own = [each for each in stage.street.people["罗建华"].messages() if each.reactions]
    assert [list(each.reactions.values()) for each in own] == [["👌"]]


async def test_words_right_after_sending_may_be_added_with_one_press(stage: Stage) -> None:
    await stage.play("""
    罗建华: 江湾小区3栋楼道灯坏了
    罗建华: [好了，没有了]
    罗建华: [发送]
      → 已收到 … «number»
    罗建华: 现在黑得什么都看不见
      → 「现在黑得什么都看不见」 … «number» [是 «number» 那件] [不是，另一件事]
    罗建华: [是 «number» 那件]
      → 已经告诉负责的人了
    邹春兰:
      → 居民回复：现在黑得什么都看不见
    """)


async def test_a_place_that_cannot_be_read_is_not_answered_with_a_list_that_is_not_there(
    stage: Stage,
) -> None:
    await stage.play("""
    罗建华: (place 0 0)
      → 这个位置读不出来 … 打字
      → not: 从楼栋里选
    """)
