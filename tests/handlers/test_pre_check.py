"""Papers for a matter: found by words, asked, ticked, judged, and the verdict changed in place."""

from tests.handlers.transcripts import Stage

SENIOR = """
    罗建华: 老年证
      → 老年优待证 … 满60周岁吗？ [是] [不是] [换一件事]
    罗建华: 是
    罗建华: [不是]
    罗建华: [是]
      → 您是替别人来办吗？
    罗建华: 不是
      → 要带这 2 样 … 居民身份证 … 原件 … 一寸免冠照片 … 1 张 … 都齐了吗？
        … [✅ 都有了] [有的没有，一样一样看] [改：我的情况] [换一件事]
"""


async def test_whoever_has_all_papers_is_told_to_go_and_where(stage: Stage) -> None:
    await stage.play(f"""
    {SENIOR}
    罗建华: [✅ 都有了]
      → 要我替您记住吗？ … /forget [好，记住] [不用记]
    罗建华: [好，记住]
      → 老年优待证 … 可以去了 … 民政救助窗口，一楼大厅3号窗口
        … 今天 08:30–12:00、14:00–17:30，现在开着 … 电话：13800000013
        … 我要办老年优待证 … 请以窗口答复为准 [预约窗口] [⋯ 更多]
      → not: 先别去
    """)
    assert stage.street.value("SELECT count(*) FROM report_case") == 0


async def test_what_is_missing_is_told_and_ticked_off_in_place(stage: Stage) -> None:
    await stage.play(f"""
    {SENIOR}
    罗建华: 没有
      → 第 1 样，共 2 样 … 居民身份证 … 请看看上面的日期，过期了不能用
        … [有] [没有] [有，但过期了] [不清楚] [后面的都有]
    罗建华: 有，但过期了
      → 第 2 样，共 2 样 … 一寸免冠照片
    罗建华: 没有
    罗建华: [不用记]
      → 先别去：2 样里还差 2 样 … 居民身份证（在有效期内）：过期了 … 派出所 … 一寸免冠照片：还没有
        … 可以拍照：小江照相馆 … –19:00，现在开着 [✅ 有了：身份证] [✅ 有了：一寸免冠照片]
    罗建华: [✅ 有了：身份证]
      → toast: 好的，记下了
      → 先别去：2 样里还差 1 样 … 一寸免冠照片：还没有 … 白跑一趟 … ⏳ 还差 1 样
    罗建华: [✅ 有了：一寸免冠照片]
      → 可以去了 … 身份证（原件，窗口复印 1 份）、一寸免冠照片（1 张） … 白跑一趟 … ✅ 可以去了
    罗建华: [做成图片发家人]
      → 老年优待证：这张图可以转发给家里人看
    """)


async def test_the_same_in_english(stage: Stage) -> None:
    stage.street.somebody("Anna", "en")
    await stage.play("""
    Anna: how do I get a senior citizen card?
      → Senior citizen card … Is the person 60 or over? [Yes] [No] [Another matter]
    Anna: yes
    Anna: no
    Anna: yes
    Anna: no
      → Papers to bring: 2 … Resident identity card … original, the window makes 1 copy
    Anna: [Some are missing]
      → Number 1 of 2
    Anna: [I have all the others]
    Anna: [No]
      → You can go … Civil affairs and assistance
        … today 08:30–12:00, 14:00–17:30, open now … Say at the window: “I am here about: Senior
    """)


async def test_what_was_remembered_is_not_asked_again_until_it_is_deleted(stage: Stage) -> None:
    await stage.play(f"""
    {SENIOR}
    罗建华: [✅ 都有了]
    罗建华: [好，记住]
    罗建华: 老年证
      → 您是替别人来办吗？
    罗建华: 不是
      → 只是想免费坐公交吗？
    罗建华: 不是
      → 要带这 2 样
    罗建华: [✅ 都有了]
      → 可以去了
    罗建华: /forget
      → 都删了
    罗建华: 老年证
      → 满60周岁吗？
    罗建华: 不办了
    罗建华: /forget
      → 没有替您记住过什么
    """)
    assert stage.street.value("SELECT count(*) FROM person_fact") == 0


async def test_a_proof_that_is_not_issued_is_answered_without_a_case(stage: Stage) -> None:
    await stage.play("""
    罗建华: 开个亲属关系证明
      → 亲属关系证明 … 居委会不能开这个证明 … 到派出所查户口
    罗建华: 路灯不亮
      → 在哪里？
    """)


async def test_a_rare_matter_is_told_where_to_go(stage: Stage) -> None:
    await stage.play("""
    罗建华: 怎么办飞行员证
      → 请到这里问 … 综合窗口，一楼大厅5号窗口
        … 江湾社区便民服务中心：江湾路18号 … 菜市场大门往东走两分钟
        … 今天 08:30–12:00、14:00–17:30，现在开着 … 电话：13800000017
        … [就业窗口] [不是办事，我要反映问题] [不用了，谢谢]
    罗建华: [不用了，谢谢]
      → 好的
    """)


async def test_a_day_whose_holidays_nobody_has_announced_is_told_with_a_warning(
    stage: Stage,
) -> None:
    await stage.play("""
    time: 53760 minutes
    罗建华: /papers
    罗建华: 怎么办飞行员证
      → 1月2日(周六) 09:00–12:00 开（那时的节假日安排还没公布，去前请打电话问）
    """)


async def test_a_matter_of_another_office_is_told_where_to_go_and_opens_nothing(
    stage: Stage,
) -> None:
    stage.street.somebody("Anna", "en")
    await stage.play("""
    罗建华: 怎么办护照
      → 护照、港澳台通行证 … 不在社区办，别白跑一趟 … 公安局出入境接待大厅 … 12367 … 不用回老家
    罗建华: 孩子上户口
      → 派出所户籍窗口
      → not: 哪一类事
    Anna: I lost my identity card
      → Identity card … not done at the community centre … police station
        … a photo and fingerprints
    """)
    assert stage.street.value("SELECT count(*) FROM report_case") == 0


async def test_words_that_may_be_either_are_asked_about(stage: Stage) -> None:
    await stage.play("""
    罗建华: 楼上邻居吵架想调解
      → 办手续，还是要反映一件事？ … 110 [人民调解] [不是办事，我要反映问题]
    罗建华: [不是办事，我要反映问题]
      → 我理解是：邻里、家庭纠纷
    罗建华: 不办了
    """)


async def test_danger_is_never_taken_for_papers(stage: Stage) -> None:
    await stage.play("""
    罗建华: 低保户家里着火了
      → 119
    罗建华: 不办了
    罗建华: 老年证
      → 满60周岁吗？
    罗建华: 隔壁着火了
      → 119
    """)


async def test_another_matter_in_the_middle_waits_for_nothing(stage: Stage) -> None:
    await stage.play("""
    罗建华: /papers
      → 您想办什么事？ [就业窗口] [民政救助窗口]
    罗建华: 路灯不亮
      → 在哪里？
    罗建华: 不办了
      → 您想办什么事？
    罗建华: 居住证
      → 居住证
    罗建华: 老年证
      → 老年优待证 … 满60周岁吗？
    """)


async def test_a_link_at_a_window_begins_with_its_matter(stage: Stage) -> None:
    await stage.play("""
    罗建华: /start s_senior_card
      → 老年优待证 … 满60周岁吗？
    罗建华: [换一件事]
      → 您想办什么事？
    罗建华: [‹ 返回]
      → 老年优待证 … 满60周岁吗？
    罗建华: 不是
      → 这件事现在不能在这里办 … 还没到60周岁 … 民政救助窗口 [知道了] [改：我的情况]
    罗建华: [知道了]
      → 还没到60周岁
    罗建华: /start s_no_such_service
      → 江湾社区的小巷
    """)


async def test_at_lunch_the_whole_day_is_told_and_nobody_calls_it_open(stage: Stage) -> None:
    # From ten to one o'clock.
    await stage.play(f"""
    time: 180 minutes
    {SENIOR}
    罗建华: [✅ 都有了]
    罗建华: [不用记]
      → 民政救助窗口 … 11月24日(周二) 08:30–12:00、14:00–17:30 开
      → not: 3号窗口 … 现在开着
    """)


async def test_at_a_weekend_the_next_open_day_is_told(stage: Stage) -> None:
    # From Tuesday to Saturday.
    await stage.play(f"""
    time: {4 * 24 * 60} minutes
    {SENIOR}
    罗建华: [✅ 都有了]
    罗建华: [不用记]
      → 可以去了 … 民政救助窗口 … 11月30日(周一) 08:30–12:00、14:00–17:30 开
    """)


async def test_what_somebody_was_not_sure_about_is_to_be_asked_first(stage: Stage) -> None:
    await stage.play("""
    罗建华: 老年证
    罗建华: 不清楚
    罗建华: 不是
    罗建华: 是
    罗建华: 不是
    罗建华: [✅ 都有了]
    罗建华: [不用记]
      → 先打电话问清再去 … 出门前先打电话问窗口 … 满60周岁吗？ … 要带上
      → not: 可以去了
    罗建华: [⋯ 更多]
    罗建华: [重新核对]
    罗建华: [改：我的情况]
      → 1. 满60周岁吗？ 不清楚
    """)


async def test_a_doubt_that_decides_nothing_but_papers_leaves_the_verdict_as_it_is(
    stage: Stage,
) -> None:
    await stage.play("""
    罗建华: 老年证
    罗建华: 是
    罗建华: 不是
    罗建华: 不清楚
    罗建华: 不是
    罗建华: [✅ 都有了]
    罗建华: [不用记]
      → 可以去了 … 出门前先打电话问窗口
    """)
