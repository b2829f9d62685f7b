"""A receipt signed at the door, while the phone of whoever asked is in another city."""

from tests.handlers.transcripts import Stage

AT_HER_MOTHERS = """
    罗建华: /errand 居民养老保险参保
    罗建华: [不核对，都列出来]
    罗建华: [替别人]
    罗建华: 王桂花
    罗建华: [请干部上门问本人]
    罗建华: [年纪大]
    罗建华: [这些都交]
    罗建华: 江湾小区3栋2单元501
    罗建华: [都在家]
    罗建华: 没错
    罗建华: [我授权]
      → 身份证：在王桂花手上
      → not: 在您手上
    邹春兰: [接，我去跑]
    邹春兰: [取材料（拍照）]
    邹春兰: [问过，本人愿意]
    邹春兰: (photo)
    邹春兰: (another photo)
      → 对方还没确认 [家里人签了收条（拍照）]
    邹春兰: [家里人签了收条（拍照）]
      → 写明交接了什么 … 身份证 … 谁签的 [王桂花本人]
"""


async def test_the_mother_signs_and_the_daughter_reads_it(stage: Stage) -> None:
    await stage.play(f"""
    {AT_HER_MOTHERS}
    邹春兰: [王桂花本人]
      → 请拍下王桂花签了名的收条
    邹春兰: 签好了
      → 请直接拍照
    邹春兰: (photo)
      → 请拍
    邹春兰: (photo 3)
      → 手机上也看得到
      → 王桂花在收条上签了字 [交到窗口]
      → not: 对方还没确认
    罗建华:
      → 王桂花在收条上签了字；不对的话，请在11月26日(周四)10:00前点“不对” [不对，没有这回事]
      → not: 等您确认
    罗建华: [看交接照片]
    罗建华: [不对，没有这回事]
    罗建华: [身份证]
    邹春兰:
      → 居民说不对，核实前不能交窗口
    """)
    shown = (
        "SELECT count(*) FROM outbox WHERE instr(content, "
        "(SELECT door_photo FROM custody WHERE door_at IS NOT NULL LIMIT 1)) > 0"
    )
    assert stage.street.value(shown) == 1
    signed = "SELECT paper, door_name FROM custody WHERE door_at IS NOT NULL ORDER BY paper"
    assert stage.street.rows(signed) == [("hukou", "王桂花"), ("id_card", "王桂花")]


async def test_after_two_days_it_stands(stage: Stage) -> None:
    await stage.play(f"""
    {AT_HER_MOTHERS}
    邹春兰: 王桂花的邻居
    邹春兰: (photo 3)
    罗建华:
      → 王桂花的邻居在收条上签了字 [不对，没有这回事]
    time: 2881 minutes
    罗建华: [不对，没有这回事]
      → not: 哪一件不对
    罗建华: /errand
      → 王桂花的邻居在收条上签了字）
    """)
    assert stage.street.value("SELECT count(*) FROM custody WHERE disputed_at IS NOT NULL") == 0


async def test_what_comes_back_is_signed_for_too(stage: Stage) -> None:
    await stage.play(f"""
    {AT_HER_MOTHERS}
    邹春兰: [王桂花本人]
    邹春兰: (photo 3)
    邹春兰: [有问题]
    邹春兰: 窗口不收
    邹春兰: [送还（拍照）]
    邹春兰: (photo 4)
    邹春兰: (photo 5)
    邹春兰: [家里人签了收条（拍照）]
    邹春兰: [王桂花本人]
    邹春兰: (photo 6)
    罗建华:
      → 这件事没有办，证件送回来了 … 说明：窗口不收 … 身份证：在王桂花手上 … 签了字
      → not: 等您确认
    """)
