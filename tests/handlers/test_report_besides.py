"""What is written into a report and is none of it: a matter, a question, what is confided."""

import pytest

from tests.handlers.private_stories import TAKEN
from tests.handlers.transcripts import Stage

MATTERS = ["我要办居住证", "周六开门吗", "高龄津贴怎么办"]


@pytest.fixture
async def helped(stage: Stage) -> Stage:
    """Let the mediator, a clerk and a grid worker join."""
    await stage.street.staff("mediator_1", "clerk_1")
    return stage


@pytest.mark.parametrize("words", MATTERS)
async def test_a_place_is_no_matter_and_no_question(stage: Stage, words: str) -> None:
    await stage.play(f"""
    罗建华: 楼道灯坏了
      → 在哪里
    罗建华: {words}
    """)
    talks = stage.street.rows("SELECT answers FROM talk WHERE script = 'report'")
    assert words not in str(talks)


async def test_a_place_in_words_of_its_own_is_one(stage: Stage) -> None:
    await stage.play("""
    罗建华: 楼道灯坏了
    罗建华: 办证大厅旁边的小花园
    """)
    assert "办证大厅旁边的小花园" in str(stage.street.rows("SELECT answers FROM talk"))


@pytest.mark.parametrize("words", ["身份证在哪办", "我要办居住证", "老年优待证"])
async def test_a_matter_named_at_the_photos_is_no_part_of_the_report(
    stage: Stage, words: str
) -> None:
    await stage.play(f"""
    罗建华: 江湾小区3栋2单元楼道灯坏了
    罗建华: {words}
      → not: 加到您说的话里了
    """)


async def test_the_same_in_english(stage: Stage) -> None:
    stage.street.somebody("Anna", "en")
    await stage.play("""
    Anna: the hall light is broken
    Anna: residence permit
      → not: Added to what you said
    """)


async def test_a_matter_at_the_photos_in_english(stage: Stage) -> None:
    stage.street.somebody("Anna", "en")
    await stage.play("""
    Anna: 江湾小区3栋2单元 the hall light is broken
    Anna: residence permit
      → not: Added to what you said
    """)


@pytest.mark.parametrize(
    "words", ["存折还在他手上", "谁在管我的事", "就是我儿子昨天打我的事想再说一句"]
)
@pytest.mark.parametrize("at", ["楼道灯坏了", "江湾小区3栋2单元楼道灯坏了"])
async def test_what_may_be_confided_is_asked_about_in_a_report(
    helped: Stage, at: str, words: str
) -> None:
    await helped.play(f"""
    {TAKEN}
    罗建华: {at}
    罗建华: {words}
      → 这是说给谁的 [回话给调解员（TJ-261124-0001）] [是另一件事]
    """)
    talks = helped.street.rows("SELECT answers FROM talk WHERE script = 'report'")
    assert words not in str(talks)


async def test_violence_in_it_brings_the_numbers_first(helped: Stage) -> None:
    await helped.play(f"""
    {TAKEN}
    罗建华: 楼道灯坏了
    罗建华: 就是我儿子昨天打我的事想再说一句
    """)
    assert "110" in helped.street.said_to("罗建华")[-2].text


async def test_what_belongs_to_the_report_after_all_goes_into_it(helped: Stage) -> None:
    await helped.play(f"""
    {TAKEN}
    罗建华: 楼道灯坏了
    罗建华: 后门旁边的小花园
      → 这是说给谁的
    罗建华: [是另一件事]
    """)
    talks = helped.street.rows("SELECT answers FROM talk WHERE script = 'report'")
    assert "后门旁边的小花园" in str(talks)
    assert len(talks) == 1


@pytest.mark.parametrize("words", ["存折还在他手上", "调解的事怎么样了", "不调解了"])
async def test_beside_a_report_of_violence_it_is_asked_too(helped: Stage, words: str) -> None:
    await helped.play(f"""
    {TAKEN}
    罗建华: 我儿子又打我了
      → 110
    罗建华: {words}
      → 这是说给谁的 [回话给调解员（TJ-261124-0001）] [是另一件事]
    """)


async def test_it_is_asked_in_english_too(helped: Stage) -> None:
    helped.street.somebody("Anna", "en")
    await helped.play("""
    Anna: /mediation
    Anna: [Rent and deposit]
    Anna: skip
    Anna: [Landlord or tenant]
    Anna: yes
    Anna: skip
    Anna: skip
    Anna: ok
    Anna: the hall light is broken
    Anna: he still keeps my bank book
      → Whom is this for?
    """)
