"""Notices go to whoever subscribed, a few at a time, and stop with one press."""

from tests.handlers.transcripts import Stage

POSTED = """
    甘志明: /notice
      → 发给订了哪个主题的人？ [招聘] [技能培训]
    甘志明: 招聘
      → 请写通知的内容
    甘志明: 桥头超市招理货员两名，月薪三千，找饶姐。
      → 到哪一天为止有用？
    甘志明: 12月1日
      → 订了「招聘」的有 1 人 … 桥头超市招理货员两名 … 有效期到12月1日(周二) [发出去] [改：内容]
    甘志明: [发出去]
      → 11月24日(周二)10:00开始发
    time: 1 minutes
    甘志明:
      → 都发出去了 … 写给 1 人 [看看送到多少] [收回]
"""


async def test_only_who_subscribed_gets_it_and_stops_with_one_press(stage: Stage) -> None:
    await stage.play(f"""
    易大伯: /help
    罗建华: /notices
      → 想收到哪些通知 [⬜ 招聘] [⬜ 技能培训]
    罗建华: [⬜ 招聘]
      → 您订了：招聘 [✅ 招聘] [⬜ 技能培训] [全都不要了]
    {POSTED}
    罗建华:
      → 招聘 · 江湾社区 … 桥头超市招理货员两名 … 有效期到12月1日(周二) [这类通知不要了]
    易大伯:
      → not: 桥头超市
    甘志明: [看看送到多少]
      → 写给 1 人，已送到 1 人
    罗建华: [这类通知不要了]
      → toast: 不再发了
    """)
    assert stage.street.rows("SELECT * FROM topic_follower") == []


async def test_the_same_in_english(stage: Stage) -> None:
    stage.street.somebody("Anna", "en")
    await stage.play("""
    Anna: /notices
      → Which notices would you like? [⬜ Jobs]
    Anna: [⬜ Jobs]
      → You get: Jobs
    甘志明: /notice
    甘志明: [招聘]
    甘志明: 招电工
    甘志明: [12月1日(周二)]
    甘志明: 好
    time: 1 minutes
    Anna:
      → Jobs · Jiangwan Community … 招电工
        … Good up to and including Tue 1 December [No more of these]
    Anna: [No more of these]
      → toast: You will not get these any more
    """)


async def test_a_contact_writes_about_the_own_topics_only(stage: Stage) -> None:
    await stage.street.staff("org_repair")
    await stage.play("""
    罗建华: /notices
    罗建华: [⬜ 招聘]
    石永刚: /notice
      → 发给订了哪个主题的人 [招聘] [技能培训]
      → not: [健康和义诊]
    石永刚: 1
    石永刚: (photo) 招水电工学徒，包午饭
      → 到哪一天为止有用
    石永刚: [12月1日(周二)]
      → 有 1 人 … 招水电工学徒 … 配第一张照片 [发出去]
    石永刚: [改：内容]
    石永刚: 招水电工学徒两名
    石永刚: [发出去]
    time: 1 minutes
    罗建华:
      → (photo) 招聘 · 巧手维修队 … 招水电工学徒两名 [这类通知不要了]
    """)


async def test_others_write_no_notices(stage: Stage) -> None:
    await stage.play("""
    罗建华: /notice
      → 没看懂
    邹春兰: /notice
      → 没看懂
    """)


async def test_a_notice_of_the_evening_goes_out_in_the_morning(stage: Stage) -> None:
    await stage.play("""
    罗建华: /notices
    罗建华: [⬜ 招聘]
    time: 720 minutes
    甘志明: /notice
    甘志明: [招聘]
    甘志明: 招电工
    甘志明: [11月24日(周二)]
    甘志明: [发出去]
      → 晚上九点以后不发通知
    甘志明: /notice
    甘志明: [招聘]
    甘志明: 招电工
    甘志明: [12月1日(周二)]
    甘志明: [发出去]
      → 11月25日(周三)08:00开始发
    time: 590 minutes
    罗建华:
      → not: 招电工
    bot: restarts
    time: 15 minutes
    罗建华:
      → 招电工
    """)


async def test_taken_back_before_the_morning_it_reaches_nobody(stage: Stage) -> None:
    await stage.play("""
    罗建华: /notices
    罗建华: [⬜ 招聘]
    time: 720 minutes
    甘志明: /notice
    甘志明: [招聘]
    甘志明: 招电工
    甘志明: [12月1日(周二)]
    甘志明: [发出去]
    甘志明: [收回]
      → 收回了
      → not: [收回]
    time: 700 minutes
    罗建华:
      → not: 招电工
    """)


async def test_who_blocked_the_bot_is_not_counted_and_not_written_to(stage: Stage) -> None:
    await stage.play("""
    罗建华: /notices
    罗建华: [⬜ 招聘]
    罗建华: (blocks)
    甘志明: /notice
    甘志明: [招聘]
    甘志明: 招电工
    甘志明: [12月1日(周二)]
      → 有 0 人
    甘志明: [发出去]
    time: 1 minutes
    甘志明:
      → 写给 0 人
    """)
    assert stage.street.rows("SELECT * FROM outbox WHERE haste = 4") == []


async def test_all_topics_stop_with_one_press(stage: Stage) -> None:
    await stage.play("""
    罗建华: /notices
    罗建华: [⬜ 招聘]
    罗建华: [⬜ 技能培训]
      → 您订了：招聘、技能培训
    罗建华: [全都不要了]
      → 想收到哪些通知
      → toast: 不再发了
    """)
    assert stage.street.rows("SELECT * FROM topic_follower") == []


async def test_who_may_not_any_more_sends_nothing(stage: Stage) -> None:
    street = stage.street
    await street.staff("org_repair")
    await stage.play("""
    石永刚: /notice
    石永刚: [招聘]
    石永刚: 招学徒
    石永刚: [12月1日(周二)]
      → 发出去
    """)
    street.somebody("石小妹").start(await street.invitation("org_repair"))
    await street.settle()
    await stage.play("""
    石永刚: [发出去]
      → 您现在不能发这个主题的通知
    """)
    assert street.rows("SELECT * FROM notice") == []


async def test_words_that_would_be_cut_off_are_refused(stage: Stage) -> None:
    await stage.play(f"""
    甘志明: /notice
    甘志明: [招聘]
    甘志明: {"很" * 801}
      → 太长了，最多 800 个字
    甘志明: {"很" * 800}
      → 到哪一天为止有用
    """)


async def test_who_looks_for_work_is_shown_the_topics(stage: Stage) -> None:
    stage.street.somebody("Anna", "en")
    await stage.play("""
    罗建华: 我想找工作
      → 想收到哪些通知？ … [⬜ 招聘]
    Anna: I am looking for a job
      → [⬜ Jobs]
    """)
    assert stage.street.value("SELECT count(*) FROM talk") == 0


async def test_a_clerk_takes_back_what_an_organisation_wrote_and_its_author_sees_that(
    stage: Stage,
) -> None:
    await stage.street.staff("org_repair")
    await stage.play("""
    罗建华: /notices
    罗建华: [⬜ 招聘]
    time: 720 minutes
    石永刚: /notice
    石永刚: [招聘]
    石永刚: 招学徒，先交押金
    石永刚: [12月1日(周二)]
    石永刚: [发出去]
    甘志明:
      → 组织发的通知，您可以收回 … 正在发 … 招学徒，先交押金 [收回]
    邹春兰:
      → not: 招学徒
    甘志明: [收回]
      → 收回了
    石永刚:
      → 收回了
    time: 700 minutes
    罗建华:
      → not: 招学徒
    """)
    deed = "SELECT count(*) FROM audit WHERE action = 'notice_taken_back'"
    assert stage.street.value(deed) == 1


async def test_taken_back_it_says_so_where_it_has_arrived(stage: Stage) -> None:
    await stage.play(f"""
    罗建华: /notices
    罗建华: [⬜ 招聘]
    {POSTED}
    罗建华:
      → 桥头超市招理货员两名
    甘志明: [收回]
      → 收回了
    time: 1 minutes
    罗建华:
      → 这条通知收回了，不作数 … 请不要照着去办
      → not: [这类通知不要了]
    """)
