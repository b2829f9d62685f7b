"""What is asked once more: a closed window, a place that is none, and what still is not done."""

from tests.handlers.errand_stories import ASKED, COLLECTED
from tests.handlers.transcripts import Stage


async def test_a_hand_in_while_the_window_is_closed_is_asked_about(stage: Stage) -> None:
    await stage.play(f"""
    {COLLECTED}
    time: 600 minutes
    邹春兰: [交到窗口]
      → 窗口现在没开门。材料真的交到窗口了吗？ [真的交了] [还没有]
    邹春兰: [还没有]
      → 照常办
    邹春兰: [交到窗口]
    邹春兰: [真的交了]
      → 窗口留下原件了吗
    """)


async def test_who_looked_and_did_nothing_hears_of_it_again(stage: Stage) -> None:
    await stage.play(f"""
    {COLLECTED}
    time: 2900 minutes
    time: 460 minutes
    甘志明:
      → 居民的证件在别人手上太久 [看过了]
    甘志明: [看过了]
    time: 2880 minutes
    甘志明:
      → 居民的证件在别人手上太久 [看过了]
    邹春兰: [有问题]
    邹春兰: 窗口不收
    邹春兰: [送还（拍照）]
    邹春兰: (photo 3)
    邹春兰: (photo 4)
    罗建华: [✅ 确认交接]
    time: 10000 minutes
    """)
    assert stage.street.value("SELECT count(*) FROM task WHERE done_at IS NULL") == 0


async def test_nothing_about_an_errand_that_ended_is_left_on_the_list(stage: Stage) -> None:
    await stage.play(f"""
    {ASKED}
    邹春兰: [接，我去跑]
    邹春兰: [有问题]
    邹春兰: 敲门没人
    邹春兰: [问题解决了，继续]
    邹春兰: [有问题]
    邹春兰: 还是没人
    甘志明:
      → 一件跑腿遇到问题
    time: 9000 minutes
    罗建华: /errand
    罗建华: [不用跑了]
    罗建华: [确定不用了]
    time: 9000 minutes
    """)
    assert stage.street.value("SELECT count(*) FROM task WHERE done_at IS NULL") == 0


async def test_words_that_name_no_place_are_asked_about(stage: Stage) -> None:
    await stage.play("""
    罗建华: /errand 居民养老保险参保
    罗建华: [不核对，都列出来]
    罗建华: [我自己]
    罗建华: [年纪大]
    罗建华: [这些都交]
    罗建华: 周四下午
      → “周四下午”：没找到这个地方
    罗建华: 就是我家
      → “就是我家”：没找到这个地方
    罗建华: 江湾小区3栋2单元501
      → 什么时候在家？
    罗建华: [都在家]
      → 请您核对 … 江湾小区3栋2单元501
      → not: 周四下午
    """)


async def test_a_true_address_behind_words_that_name_no_place_in_english(stage: Stage) -> None:
    stage.street.somebody("Anna", "en")
    await stage.play("""
    Anna: /errand resident pension
    Anna: [Just list everything]
    Anna: [For me]
    Anna: old
    Anna: [No originals]
    Anna: Thursday afternoon
      → is no place that is known here
    Anna: my uncle's old house
      → “my uncle's old house” is no place that is known here
    Anna: [Keep it as I wrote it]
      → When is somebody at home?
    """)


async def test_an_errand_for_ones_mother_asks_only_for_her_name(stage: Stage) -> None:
    await stage.play("""
    罗建华: 帮我妈跑腿办高龄津贴
      → not: 给谁办？
    """)


async def test_few_words_bring_the_button_that_stops_it(stage: Stage) -> None:
    await stage.play(f"""
    {ASKED}
    罗建华: 不用跑了
      → «number» … 等邹春兰接 [不用跑了]
    罗建华: 我的证件在谁手上
      → 身份证：在您手上
    """)
    going_on = "SELECT count(*) FROM talk WHERE state NOT IN ('done', 'cancelled')"
    assert stage.street.value(going_on) == 0


async def test_a_number_is_no_name(stage: Stage) -> None:
    stage.street.somebody("Anna", "en")
    await stage.play("""
    Anna: /errand resident pension
    Anna: [Just list everything]
    Anna: [For somebody else]
    Anna: 2
      → Please write a name
    Anna: Wang Xiuying
      → Wang Xiuying
      → not: Please write a name
    """)


async def test_the_same_words_in_english(stage: Stage) -> None:
    stage.street.somebody("Anna", "en")
    await stage.play("""
    Anna: /errand resident pension
    Anna: [Just list everything]
    Anna: [For me]
    Anna: old
    Anna: [No originals]
    Anna: Thursday afternoon
      → “Thursday afternoon” is no place that is known here
    """)
