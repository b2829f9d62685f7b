"""A photo whose caption names a matter of the centre is no report, or is asked about."""

from tests.handlers.transcripts import Stage


async def test_a_photo_with_a_matter_below_it_begins_the_papers(stage: Stage) -> None:
    await stage.play("""
    罗建华: (photo) 老年证怎么办
      → 老年优待证 … 满60周岁吗？
    """)


async def test_a_photo_that_may_be_either_is_asked_about_and_goes_into_the_report(
    stage: Stage,
) -> None:
    await stage.play("""
    罗建华: (photo) 楼上邻居吵架想调解
      → 办手续，还是要反映一件事？ [人民调解] [不是办事，我要反映问题]
    罗建华: [不是办事，我要反映问题]
      → 我理解是：邻里、家庭纠纷
    """)
    answers = stage.street.value("SELECT answers FROM talk WHERE state = 'open'")
    assert '"files"' in str(answers)


async def test_a_photo_of_a_fault_stays_a_report(stage: Stage) -> None:
    await stage.play("""
    罗建华: (photo) 路灯不亮
      → 在哪里？
    """)


async def test_the_same_in_english(stage: Stage) -> None:
    stage.street.somebody("Anna", "en")
    await stage.play("""
    Anna: (photo) how do I get a senior citizen card?
      → Senior citizen card … Is the person 60 or over?
    """)
