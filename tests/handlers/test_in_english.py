"""The stories of an English speaker: anonymous, in danger, without a worker, or as staff."""

from pathlib import Path

from tests.handlers.street import open_street
from tests.handlers.transcripts import Stage

GARBAGE = """
    Anna: rubbish in the stairs of Jiangwan Estate building 2 entrance 1
      → I understood: Uncollected garbage … For how many days?
    Anna: skip
      → Step 3 of 4 · question 2 of this step
    Anna: skip
    Anna: [Done, no more]
      → Jiangwan Estate building 2 … [Send] [Change: place]
"""


async def test_an_anonymous_report_in_english(stage: Stage) -> None:
    stage.street.somebody("Anna", "en")
    await stage.play(f"""
    {GARBAGE}
    Anna: [Stay anonymous?]
      → account [Anonymous]
    Anna: [Anonymous]
      → anonymous [Send]
    Anna: [Send]
      → «number» … «code» … account is not kept
    邹春兰: [受理]
    Anna: «code»
      → Being handled … «number»
    """)


async def test_danger_in_english(stage: Stage) -> None:
    stage.street.somebody("Anna", "en")
    await stage.play("""
    Anna: I smell gas in Jiangwan Estate building 2
      → call first [I am safe, write it down] [Cancel]
    甘志明:
      → 有人可能有危险 … I smell gas
    Anna: [I am safe, write it down]
      → Step 2 of 4
    Anna: (sticker)
      → cannot
    Anna: cancel
      → write to me
    """)


async def test_nobody_there_in_english(template: Path, tmp_path: Path) -> None:
    async with open_street(template, tmp_path / "data") as street:
        street.somebody("Anna", "en")
        await Stage(street).play(f"""
        {GARBAGE}
        Anna: [Send]
          → nobody can get messages here now … 13800000006
        """)


async def test_staff_who_speak_english(stage: Stage) -> None:
    stage.street.somebody("Anna", "en")
    await stage.play(f"""
    邹春兰: /language
    邹春兰: [English]
    {GARBAGE}
    Anna: [Send]
      → Received … «number» … Responsible: 邹春兰
    邹春兰:
      → Uncollected garbage … «number» [Accept] [On my way] [Ask the resident] [Solved] [Not mine]
    邹春兰: [Not mine]
      → [Not in my grid]
    邹春兰: [Not in my grid]
    邹春兰: skip
    甘志明:
      → 已退回窗口 … «number» [派给…]
    邹春兰: /mycases
      → not: «number» … Accept
    """)
