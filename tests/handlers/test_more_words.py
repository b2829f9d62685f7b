"""People go on telling: what stands for no button says more about the matter."""

from tests.handlers.stories import GARBAGE_TO_SUMMARY
from tests.handlers.transcripts import Stage


async def test_who_says_first_that_there_is_something_says_then_what_it_is(stage: Stage) -> None:
    stage.street.somebody("Anna", "en")
    await stage.play("""
    罗建华: 我有个事
      → 这是哪一类事？
    罗建华: 江湾小区3栋2单元楼道的灯坏了好几天
      → 加到您说的话里了 … 我理解是：路灯、楼道灯不亮
      → not: 请点下面的按钮
    Anna: there is a problem
      → What kind of matter
    Anna: the street light is broken
      → Added to what you said … Street or stairwell light out
    """)


async def test_what_comes_to_mind_at_the_summary_reaches_the_worker(stage: Stage) -> None:
    await stage.play(f"""
    {GARBAGE_TO_SUMMARY}
    罗建华: 还有一股味道，蚊子也多
      → 加到您说的话里了 … 还有一股味道，蚊子也多 [发送]
    罗建华: [发送]
      → 已收到
    邹春兰:
      → 新派给您 … 还有一股味道，蚊子也多
    """)


async def test_words_answer_the_worker_who_has_asked_meanwhile(stage: Stage) -> None:
    await stage.play(f"""
    {GARBAGE_TO_SUMMARY}
    罗建华: [发送]
    罗建华: 什么时候来人
      → 是说您反映过的这件事吗？
    邹春兰:
      → 新派给您 [问居民]
    邹春兰: [问居民]
    邹春兰: 您现在家里有人吗？
    罗建华: 有人，我妈在家
      → not: 有人，我妈在家」是说您
    邹春兰:
      → 有人，我妈在家
    """)


async def test_a_nod_when_nothing_is_asked_begins_no_report(stage: Stage) -> None:
    stage.street.somebody("Anna", "en")
    await stage.play("""
    罗建华: 有
      → 没有在问您什么 … 有事直接打字
    罗建华: 知道了。
      → 没有在问您什么
    Anna: OK
      → not asking you anything
    """)
    assert stage.street.value("SELECT count(*) FROM talk") == 0


async def test_words_where_an_answer_is_wanted_are_still_refused(stage: Stage) -> None:
    await stage.play("""
    罗建华: 垃圾没人收
    罗建华: [从楼栋里选]
      → 在哪个小区？
    罗建华: 不知道呀
      → 请点下面的按钮
      → not: 加到您说的话里
    """)


async def test_words_that_ask_for_something_of_the_bot_get_it(stage: Stage) -> None:
    await stage.play(f"""
    {GARBAGE_TO_SUMMARY}
    罗建华: [发送]
      → 已收到 … «number»
    罗建华: 帮我查下«number»
      → «number» … [撤回]
    罗建华: 到哪一步了？
      → 您反映的事 … «number»
    罗建华: 怎么改语言
      → [English]
    罗建华: [不办了]
    罗建华: 不会用
      → 直接打字或发照片
    """)
    assert stage.street.value("SELECT count(*) FROM talk") == 2


async def test_a_nod_or_a_skip_is_not_added_to_what_was_said(stage: Stage) -> None:
    await stage.play("""
    罗建华: 我有个事
    罗建华: 跳过
      → 这一步不能跳过
      → not: 加到您说的话里
    罗建华: 好的
      → not: 加到您说的话里
    """)


async def test_an_entrance_that_does_not_exist_is_asked_for_and_not_dropped(stage: Stage) -> None:
    await stage.play("""
    罗建华: 河边新村2栋3单元楼道灯不亮
      → 河边新村2栋，哪个单元？ [1单元] [2单元]
    """)
