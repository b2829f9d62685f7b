"""Two want the last place, one presses twice, or the time has begun: nobody gets what is gone."""

from tests.handlers.transcripts import Stage, press


async def test_two_who_confirm_the_last_place_at_once_do_not_both_get_it(stage: Stage) -> None:
    """W4 has one place at a time: both stand before the last question when one is faster."""
    street = stage.street
    await stage.play("""
    罗建华: /appointment 准生证
    罗建华: [11月26日(周四)]
    罗建华: [08:30–08:50]
      → 就约这个
    易大伯: /appointment 准生证
    易大伯: [11月26日(周四)]
    易大伯: [08:30–08:50]
      → 就约这个
    """)
    names = ("罗建华", "易大伯")
    for name in names:
        press(street.people[name], "就约这个")
    await street.settle()
    assert street.rows("SELECT day, opens, place FROM appointment") == [("2026-11-26", 510, 1)]
    shown = {name: street.said_to(name)[-1].text for name in names}
    lost = [name for name, text in shown.items() if "刚被别人约走了" in text]
    assert len(lost) == 1
    await stage.play(f"""
    {lost[0]}:
      → 几点来？
      → not: 约好了
    {lost[0]}: [08:50–09:10]
    {lost[0]}: [就约这个]
      → 约好了 … 08:50–09:10
    """)


async def test_pressing_twice_books_once(stage: Stage) -> None:
    await stage.play("""
    罗建华: /appointment 准生证
    罗建华: [11月26日(周四)]
    罗建华: [08:30–08:50]
    """)
    phone = stage.street.people["罗建华"]
    press(phone, "就约这个")
    press(phone, "就约这个")
    await stage.street.settle()
    assert stage.street.rows("SELECT version, state FROM appointment") == [(1, "booked")]
    await stage.play("""
    罗建华:
      → 约好了
      → not: 没约上
    """)


async def test_a_time_that_has_begun_cannot_be_confirmed_any_more(stage: Stage) -> None:
    await stage.play("""
    罗建华: /appointment 老年证
    罗建华: [11月24日(周二)]
    罗建华: [10:30–11:00]
      → 就约这个
    time: 31 minutes
    罗建华: [就约这个]
      → 几点来？ [11:00–11:30]
    """)
    assert stage.street.rows("SELECT * FROM appointment") == []
