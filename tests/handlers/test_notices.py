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
      → 订了「招聘」的有 1 人 … 桥头超市招理货员两名 … 12月1日(周二)前有效 [发出去] [改：内容]
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
      → 招聘 · 江湾社区 … 桥头超市招理货员两名 … 12月1日(周二)前有效 [这类通知不要了]
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
      → Jobs · Jiangwan Community … 招电工 … Good until Tue 1 December [No more of these]
    Anna: [No more of these]
      → toast: You will not get these any more
    """)
