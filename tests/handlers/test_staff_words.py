"""A worker with one free hand: write or photograph first, say afterwards what it is for."""

from tests.handlers.stories import GARBAGE_TO_SUMMARY
from tests.handlers.transcripts import Stage

REPORTED = f"""
    {GARBAGE_TO_SUMMARY}
    罗建华: [发送]
    邹春兰:
      → 新派给您 … «number»
"""


async def test_one_case_in_hand_is_solved_by_a_photo_and_one_press(stage: Stage) -> None:
    await stage.play(f"""
    {REPORTED}
    邹春兰: (photo) 已经清走了
      → 「已经清走了」 … «number» 垃圾堆积 … 要怎么用？
        … [这件事处理完了] [拿这句话问居民] [都不是，是一件新的事]
    邹春兰: [这件事处理完了]
      → 请发处理后的照片 [好了，没有了]
    邹春兰: 好了
    罗建华:
      → 已经清走了
    """)
    assert stage.street.value("SELECT state FROM report_case") == "handled"
    solved = "SELECT count(*) FROM case_file WHERE stage = 'solved'"
    assert stage.street.value(solved) == 1


async def test_words_can_be_the_question_to_the_resident(stage: Stage) -> None:
    await stage.play(f"""
    {REPORTED}
    邹春兰: 您说的是哪个垃圾桶？
      → 要怎么用？
    邹春兰: [拿这句话问居民]
    罗建华:
      → 您说的是哪个垃圾桶？
    """)


async def test_a_worker_reports_something_new_as_everybody_does(stage: Stage) -> None:
    await stage.play(f"""
    {REPORTED}
    邹春兰: (photo)
      → 照片收到了 … 要怎么用？ [这件事处理完了] [都不是，是一件新的事]
      → not: [拿这句话问居民]
    邹春兰: [都不是，是一件新的事]
      → 请说说出了什么事
    邹春兰: 取消
    邹春兰: 江湾小区2栋路灯不亮
      → 我理解是：路灯、楼道灯不亮
    """)


async def test_among_several_cases_the_worker_chooses(stage: Stage) -> None:
    stage.street.somebody("Anna", "en")
    await stage.play(f"""
    {REPORTED}
    罗建华: 江湾小区3栋1单元楼道灯不亮
    罗建华: 跳过
    罗建华: 跳过
    罗建华: 跳过
    罗建华: 没照片
    罗建华: 发吧
      → 已收到
    邹春兰: 处理好了
      → 是哪件事的？ [1. 垃圾堆积] [2. 路灯、楼道灯不亮]
    邹春兰: 2
      → 路灯、楼道灯不亮 … 要怎么用？
    """)


async def test_that_a_case_is_solved_stands_below_its_photo_as_news(stage: Stage) -> None:
    await stage.play(f"""
    {REPORTED}
    邹春兰: (photo) 已经清走了
    邹春兰: [这件事处理完了]
    邹春兰: 好了
    罗建华:
      → 办好了
    """)
    *_, proof, card = stage.street.said_to("罗建华")
    assert "photo" in proof.content
    assert "办好了" in card.text


async def test_a_reason_in_own_words_hands_a_case_back(stage: Stage) -> None:
    await stage.play(f"""
    {REPORTED}
    邹春兰: [不归我]
      → 为什么不归您？
    邹春兰: 这是物业的
      → 已经退回窗口
    甘志明:
      → 这是物业的
    """)


async def test_a_move_that_was_only_begun_does_not_come_back(stage: Stage) -> None:
    await stage.play(f"""
    {REPORTED}
    邹春兰: [不归我]
    邹春兰: [问居民]
      → not: 先办这件
    邹春兰: 哪个垃圾桶？
      → 问题发给居民了
      → not: 您刚才那件事还没提交
    """)


async def test_words_whose_case_is_gone_meanwhile_are_asked_about_as_something_new(
    stage: Stage,
) -> None:
    await stage.play(f"""
    {REPORTED}
    邹春兰: 您说的是哪个垃圾桶？
      → 要怎么用？
    邹春兰: /language
      → [English]
    罗建华: [撤回]
      → 撤回
    罗建华: [确定撤回]
    邹春兰: [简体中文]
      → 这是哪一类事？ … [说不清，请人来看]
    """)
    open_talks = "SELECT script FROM talk WHERE state = 'open' AND chat_id = {}"
    worker = stage.street.people["邹春兰"].user_id
    assert stage.street.value(open_talks.format(worker)) == "report"
