"""What is told of somebody else is not remembered; what is contradicted is forgotten."""

from tests.handlers.transcripts import Stage


async def test_what_was_told_of_somebody_else_is_not_remembered_as_ones_own(stage: Stage) -> None:
    await stage.play("""
    罗建华: 老年优待证
    罗建华: 是
    罗建华: 不是
    罗建华: 不是
    罗建华: 不是
    罗建华: [✅ 都有了]
    罗建华: [好，记住]
    罗建华: 老年优待证怎么办
      → 您是替别人来办吗？
    罗建华: 是
      → 满60周岁吗？
    罗建华: 是
    罗建华: 不是
      → 户口在这里吗？
    罗建华: 是
    罗建华: [✅ 都有了]
      → 可以去了
    """)
    facts = "SELECT question, answer FROM person_fact ORDER BY question"
    assert stage.street.rows(facts) == [("is_sixty", 1), ("registered_here", 0)]


async def test_what_is_contradicted_is_remembered_no_more(stage: Stage) -> None:
    await stage.play("""
    罗建华: 老年优待证
    罗建华: 是
    罗建华: 不是
    罗建华: 是
    罗建华: 不是
    罗建华: [✅ 都有了]
    罗建华: [好，记住]
    罗建华: 居住证怎么办
    罗建华: 不是
      → 本市户口不用办居住证 [改：我的情况]
    罗建华: [改：我的情况]
    罗建华: [改第 2 条]
      → 户口在外地吗？
    罗建华: [在外地]
    罗建华: 住满了
    罗建华: 有
    罗建华: 是
    罗建华: 不是
    罗建华: 不是
    罗建华: [都对]
    罗建华: [✅ 都有了]
    """)
    facts = "SELECT question FROM person_fact ORDER BY question"
    assert stage.street.rows(facts) == [("is_sixty",)]
