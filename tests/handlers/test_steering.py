"""Going back, changing, stopping, going on: after a pause, a restart, another matter."""

from tests.handlers.stories import GARBAGE_TO_SUMMARY
from tests.handlers.transcripts import Stage


async def test_every_answer_can_be_changed_from_the_summary(stage: Stage) -> None:
    await stage.play(f"""
    {GARBAGE_TO_SUMMARY}
      → [改：说的话] [改：类别] [改：地点] [加照片] [要不要匿名] [替别人反映] [不办了]
    罗建华: [改：地点]
      → 是在这里吗？ [江湾小区2栋] [从楼栋里选]
    罗建华: [从楼栋里选]
      → 在哪个小区？ [江湾小区]
    罗建华: [江湾小区]
    罗建华: 4
      → 江湾小区4栋，哪个单元？ [‹ 返回]
    罗建华: [‹ 返回]
      → 江湾小区，几栋？
    罗建华: [5栋]
    罗建华: 2
      → 江湾小区5栋2单元，几室？
    罗建华: 302
      → 江湾小区5栋2单元302室 [发送]
    罗建华: [改：类别]
      → [都不是，我来选]
    罗建华: [都不是，我来选]
      → 请选一个大类
    罗建华: [市容秩序]
      → 具体是哪一种？
    罗建华: [路面、公厕、楼道不洁和小广告]
      → 是路上、公厕还是楼道？
    """)


async def test_a_number_is_a_flat_where_text_is_asked_and_a_button_where_buttons_are(
    stage: Stage,
) -> None:
    await stage.play("""
    罗建华: 江湾小区3栋2单元下水道堵了
      → 几室？ [楼道、公共地方]
    罗建华: 1
      → [家里堵] [外面冒]
    罗建华: ２
      → [一户] [整个单元]
    罗建华: 跳过
    罗建华: 跳过
    罗建华: 1
      → 江湾小区3栋2单元1室 … 外面冒 [发送]
    """)


async def test_each_question_of_a_step_is_counted_and_going_back_counts_down(
    stage: Stage,
) -> None:
    await stage.play("""
    罗建华: 江湾小区3栋2单元楼下下水道又堵了
      → 家里堵还是外面冒？ … 第 3 步，共 4 步
      → not: 这一步的第
    罗建华: [外面冒]
      → 一户还是整个单元？ … 第 3 步，共 4 步 · 这一步的第 2 问
    罗建华: 跳过
      → 脏水流进屋了吗？ … 这一步的第 3 问
    罗建华: [‹ 返回]
      → 一户还是整个单元？ … 这一步的第 2 问
    罗建华: [‹ 返回]
      → 家里堵还是外面冒？
      → not: 这一步的第
    """)


async def test_cancelling_ends_it_and_cancelling_nothing_says_so(stage: Stage) -> None:
    await stage.play("""
    罗建华: 江湾小区2栋楼道里有人乱扔垃圾
    罗建华: 算了
      → 不办了
    罗建华: 取消
      → 现在没有正在填的内容
    罗建华: /cancel
      → 现在没有正在填的内容
    罗建华: /report 江湾小区4栋楼道里有人乱扔垃圾
      → 堆了几天了？
    罗建华: [不办了]
      → 不办了
    """)


async def test_the_language_is_chosen_in_between_and_the_draft_comes_back(stage: Stage) -> None:
    await stage.play("""
    罗建华: 江湾小区2栋楼道里有人乱扔垃圾
    罗建华: /language
      → 刚才那件给您留着 … 请选语言 [简体中文] [English]
    罗建华: [English]
      → English
      → Uncollected garbage … For how many days? [Skip] [Cancel]
    罗建华: skip
      → Beside the bins or elsewhere?
    """)


async def test_a_draft_comes_back_after_a_matter_that_nobody_ended(stage: Stage) -> None:
    await stage.play("""
    罗建华: 江湾小区2栋楼道里有人乱扔垃圾
    罗建华: /language
      → 请选语言
    time: 9 minutes
    罗建华:
      → nothing
    time: 2 minutes
    罗建华:
      → 还没提交 … 堆了几天了？ [跳过]
    """)


async def test_a_draft_is_recalled_after_ten_minutes_and_shown_to_clerks_after_sixty(
    stage: Stage,
) -> None:
    await stage.play("""
    罗建华: 江湾小区2栋楼道里有人乱扔垃圾
    time: 11 minutes
    罗建华:
      → 还没提交 … 堆了几天了？
    甘志明:
      → 欢迎
    time: 30 minutes
    甘志明:
      → nothing
    time: 21 minutes
    甘志明:
      → 有位居民写了一半没有提交 … 江湾小区2栋楼道里有人乱扔垃圾 [看过了]
      → not: 罗建华
    罗建华: 跳过
    罗建华: 跳过
    罗建华: 1
    罗建华: [发送]
      → 已收到
    甘志明:
      → 有位居民写了一半没有提交 … 已经提交
    """)


async def test_a_restart_in_the_middle_changes_nothing(stage: Stage) -> None:
    await stage.play("""
    罗建华: 江湾小区2栋楼道里有人乱扔垃圾
    罗建华: (photo)
      → 收到 1 张
    bot: restarts
    罗建华: 跳过
      → 在垃圾桶旁还是别处？ [别处]
    bot: restarts
    罗建华: [别处]
      → 有照片吗？
    罗建华: 1
      → 照片：1 张
    bot: restarts
    罗建华: [发送]
      → 已收到
    """)
    assert stage.street.value("SELECT count(*) FROM report_case") == 1


async def test_help_and_menus_speak_to_each_role(stage: Stage) -> None:
    await stage.play("""
    罗建华: /help
      → /mycases … 找人工：13800000006 [反映一件事]
      → not: /away
    邹春兰: /help
      → 网格员：新的事会自动发来 … /away
    邹春兰: /mycases
      → 您手上没有没办完的事
    甘志明: /help
      → 窗口：/desk
    罗建华: /desk
      → 没看懂
    罗建华: /away
      → 没看懂
    """)
